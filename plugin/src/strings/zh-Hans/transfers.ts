import type { transfers as english } from "../en-US/transfers";
import type { Translated } from "../text";

export const transfers: Translated<typeof english> = {
  "badge.asOf": "截至 {time}",
  "transfer.heading": "“{queue}”已关闭",
  "transfer.ask": "此队列不在营业时间内。仍要转接通话吗？",
  "transfer.refused": "已禁止转接到已关闭的队列。",
  "transfer.instead": { other: "以下队列正在营业：" },
  "transfer.to": "转接到“{queue}”",
  "transfer.anyway": "仍然转接",
};
