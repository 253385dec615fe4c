import type { publish as english } from "../en-US/publish";
import type { Translated } from "../text";

export const publish: Translated<typeof english> = {
  "publish.failed.of": "未发布：{names}。{why}",
  "publish.failed.publish-in-progress": "另一个时间表发布正在进行中。请稍后重试。",
  "publish.failed.publish-conflict": "时间表已被其他人更新，无法发布。请重新加载后再试。",
  "publish.failed.publish-stale-version": "时间表已被其他人更新，无法发布。请重新加载后再试。",
  "publish.failed.publish-interrupted": "发布被中断。请重试。",
  "publish.failed.name-taken": "另一个时间表已使用此名称。请选择其他名称。",
  "publish.failed.alias-taken": "另一个时间表已使用其中一个曾用名。请将其移除。",
  "publish.failed.queue-taken": "有队列已属于另一个时间表。请从其中一个移除。",
  "publish.failed.rule-in-use": "仍有时间表在使用其中一条规则。请先从该时间表移除。",
  "publish.failed.rule-missing": "其间有规则被删除。请将其从时间表中移除。",
  "publish.failed.item-too-large": "内容对 Twilio Sync 而言过大（16 KB）。请拆分。",
  "publish.failed.item-invalid": "其中有无效内容。请更正后重新发布。",
  "publish.failed.request-too-large": "一次发布的内容过多。请减少每次发布的更改。",
  "publish.failed.sync-busy": "Twilio Sync 正忙。请稍后重试。",
  "publish.failed.sync-unreachable": "Twilio Sync 没有响应。请稍后重试。",
  "publish.failed.not-allowed": "您的 Flex 角色无权更改时间表。请联系管理员。",
  "publish.failed.token": "您的 Flex 会话已结束。请重新加载页面并重新登录。",
  "publish.failed.not-set-up": "尚未为时间表管理设置 Twilio Sync。请运行设置。",
  "publish.failed.unreachable": "时间表管理的函数没有响应。请检查连接后重试。",
  "publish.failed.other": "出现问题（{code}）。请重试。",
};
