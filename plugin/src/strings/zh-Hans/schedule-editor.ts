import type { scheduleEditor as english } from "../en-US/schedule-editor";
import type { Translated } from "../text";

export const scheduleEditor: Translated<typeof english> = {
  "schedule.name": "名称",
  "schedule.name.help": "流程按此名称查询。如果重命名时间表，请在下方将旧名称保留为曾用名。",
  "schedule.zone": "时区",
  "schedule.zone.now": "当地现在是 {time}。",
  "schedule.zone.placeholder": "城市、地区或缩写",
  "schedule.zone.missing": "请选择时区。",

  "schedule.close": "手动关闭",
  "schedule.close.label": "已手动关闭",
  "schedule.close.help": "优先于所有规则，直到您重新开放时间表。",
  "schedule.close.until": "自动重新开放",
  "schedule.close.date": "日期",
  "schedule.close.time": "时间",
  "schedule.close.ends": "结束时间：{when}。此后重新由规则决定。",
  "schedule.close.ended": "手动关闭已结束（{when}）。",
  "schedule.close.half": "请选择日期和时间。",

  "schedule.rules": "规则",
  "schedule.rules.about":
    "例外优先，其次是关闭规则，最后是营业规则。没有适用的规则时，时间表为关闭状态。有多条适用时，显示最上面的一条。",
  "schedule.rules.none": "还没有规则：时间表始终关闭。",
  "schedule.rules.add": "添加规则",
  "schedule.rules.add.placeholder": "搜索规则",
  "schedule.rules.create": "创建规则",
  "schedule.rules.list": "按顺序排列的规则",
  "schedule.rule.missing": "已删除的规则",
  "schedule.rule.edit": "编辑“{name}”",
  "schedule.rule.up": "上移“{name}”",
  "schedule.rule.down": "下移“{name}”",
  "schedule.rule.remove": "从此时间表中移除“{name}”",
  "schedule.rule.drag": "移动“{name}”：拖动或按方向键",
  "schedule.rule.moved": "“{name}”现在位于第 {place} 位，共 {count} 条。",
  "schedule.rule.removed": "已移除“{name}”。",
  "schedule.rule.unnamed": "未命名的规则",
  "schedule.rule.findings": { other: "还有 {count} 条提示" },

  "schedule.more": "名称和队列",
  "schedule.aliases": "曾用名",
  "schedule.aliases.help": "曾用名仍然有效，因此仍在使用它们的流程不会中断。",
  "schedule.queues": "队列",
  "schedule.queues.help":
    "此时间表适用的队列的名称或 SID。座席会在转接对话框中看到其状态。如果没有填写，则适用于名为“{name}”的队列。",
  "schedule.group": "组",
  "schedule.group.help": "同一组的时间表可以互相替代：其中一个关闭时，会向座席显示另一个正在营业的时间表。",
  "list.add": "添加",
  "list.remove": "移除“{item}”",

  "edit.problem.name-missing": "请为时间表命名。",
  "edit.problem.character-refused": "请删除字符 {character}，它在名称中不可见。",
  "edit.problem.nothing-visible": "请至少输入一个可见字符。",
  "edit.problem.name-taken": "另一个时间表正在使用此名称，或曾用此名。请选择其他名称。",
  "edit.problem.alias-taken": "另一个时间表已使用“{item}”。请从其中一处移除。",
  "edit.problem.queue-taken": "队列“{item}”已属于另一个时间表。请从其中一处移除。",
};
