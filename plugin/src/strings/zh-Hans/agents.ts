import type { agents as english } from "../en-US/agents";
import type { Translated } from "../text";

export const agents: Translated<typeof english> = {
  "app.title": "时间表管理",
  "app.retry": "重试",
  "app.close": "关闭",
  "app.cancel": "取消",
  "app.loading": "正在加载…",
  "app.notLoaded": "无法加载时间表管理",
  "app.notLoaded.hint": "请检查网络连接，然后重试。如果问题仍然存在，请联系配置时间表管理的人员。",

  "badge.asOf": "截至 {time}",
  "badge.unknown": "营业时间未知",
  "transfer.heading": "“{queue}”已关闭",
  "transfer.ask": "此队列不在营业时间内。仍要转接吗？",
  "transfer.refused": "已禁止转接到已关闭的队列。",
  "transfer.instead": { other: "以下队列正在营业：" },
  "transfer.to": "转接到“{queue}”",
  "transfer.anyway": "仍然转接",
};
