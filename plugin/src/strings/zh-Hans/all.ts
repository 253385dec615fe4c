import { agents } from "./agents";
import { common } from "./common";
import { drafts } from "./drafts";
import { history } from "./history";
import { locks } from "./locks";
import { preview } from "./preview";
import { publish } from "./publish";
import { ruleEditor } from "./rule-editor";
import { scheduleEditor } from "./schedule-editor";
import { tables } from "./tables";
import { transfer } from "./transfer";

export const zhHans = {
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
