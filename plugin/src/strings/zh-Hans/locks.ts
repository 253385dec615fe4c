import type { locks as english } from "../en-US/locks";
import type { Translated } from "../text";

export const locks: Translated<typeof english> = {
  "lock.other": "{name} 自 {time} 起正在编辑此项。",
  "lock.other.help": "您可以查看。如果您接管，{name} 会收到通知，其未发布的更改会保留为草稿。",
  "lock.takeOver": "接管",
  "lock.tab": "您自 {time} 起正在另一个标签页中编辑此项。",
  "lock.tab.help": "两个标签页共用相同的草稿。如果在此编辑，另一个标签页将变为只读。",
  "lock.tab.here": "在此编辑",
  "lock.taken": "{name} 已于 {time} 接管。",
  "lock.taken.draft": "您未发布的更改已保留为草稿，您仍可发布。",
  "lock.taken.help": "您可以查看，也可以重新接管。",
  "lock.taken.back": "重新接管",
  "lock.failed": "暂时无法接管。请稍后重试。",
  "lock.told": "{name} 已接管“{item}”的编辑。",
  "lock.told.draft": "{name} 已接管“{item}”的编辑。您未发布的更改已保留为草稿。",
  "lock.mark": "{name}，自 {time} 起",
  "lock.mark.tab": "您，在另一个标签页",
  "lock.mark.label": "{name} 自 {time} 起正在编辑此项",
};
