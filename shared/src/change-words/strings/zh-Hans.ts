import type { ChangeStrings } from "./table";

export const strings: ChangeStrings = {
  field: {
    name: "名称",
    timeZone: "时区",
    manualClose: "手动关闭",
    rules: "规则",
    queues: "队列",
    group: "组",
    aliases: "曾用名",
    status: "判定",
    exception: "例外",
    when: "时间",
  },
  value: { yes: "是", no: "否", off: "关", on: "开", onUntil: "开，直到{when}", ownQueue: "同名队列" },
  change: {
    replaced: "{field}：原为 {before}，现为 {after}",
    set: "{field}：{after}",
    cleared: "{field}：原为 {before}，现为无",
    added: "{field}：添加了{list}",
    removed: "{field}：移除了{list}",
    moved: "{field}：{item} 从第 {before} 位移到第 {after} 位",
    reordered: "{field}：顺序已改变",
    rewritten: "{field}：写法不同",
  },
  item: {
    scheduleCreated: "新时间表",
    scheduleDeleted: "时间表已删除",
    ruleCreated: "新规则",
    ruleDeleted: "规则已删除",
  },
};
