import type { common as english } from "../en-US/common";
import type { Translated } from "../text";

export const common: Translated<typeof english> = {
  "app.about": "供流程和座席查询的营业时间。",
  "app.readOnly": "您可以查看时间表，但不能更改。",
  "app.tabs": "时间表和规则",
  "app.tab.schedules": "时间表",
  "app.tab.rules": "规则",

  "sign.error": "（错误）",
  "sign.warning": "（警告）",
  "sign.information": "（信息）",

  "person.setUp": "初始设置",
  "person.deploy": "部署",

  "connection.live": "实时",
  "connection.connecting": "正在连接…",
  "connection.interrupted": "正在重新连接…",
  "connection.failed": "未连接",
  "connection.asOf": "显示的是 {time} 的数据。连接恢复后会立即更新。",
  "connection.network": "与 Twilio 的连接已断开。正在重试…",
  "connection.unreachable": "时间表管理的函数没有响应。正在重试…",
  "connection.denied": "Twilio Sync 拒绝了访问令牌。正在用新令牌重试…",
  "connection.notSetUp": "尚未为时间表管理设置 Twilio Sync。请运行设置，然后重试。",
  "connection.busy": "Twilio Sync 正忙。正在重试…",
  "connection.notAllowed": "您的 Flex 角色无权打开时间表管理。请联系管理员。",
  "connection.tokenInvalid": "您的 Flex 会话已结束。请重新加载页面并重新登录。",
  "connection.unsupported": "此版本的时间表管理已无法连接。请重新加载页面。",
  "connection.internal": "出现问题。正在重试…",
};
