import { agents } from "./agents";
import { common } from "./common";
import { history } from "./history";
import { preview } from "./preview";
import { locks } from "./locks";
import { drafts } from "./drafts";
import { publish } from "./publish";
import { ruleEditor } from "./rule-editor";
import { scheduleEditor } from "./schedule-editor";
import { tables } from "./tables";
import { transfer } from "./transfer";

/** Every visible string of the plugin, in American English: what the other languages must have. */
export const enUS = {
  ...agents,
  ...common,
  ...drafts,
  ...history,
  ...locks,
  ...preview,
  ...publish,
  ...ruleEditor,
  ...scheduleEditor,
  ...tables,
  ...transfer,
};
