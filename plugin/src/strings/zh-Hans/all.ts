import { common } from "./common";
import { drafts } from "./drafts";
import { preview } from "./preview";
import { publish } from "./publish";
import { ruleEditor } from "./rule-editor";
import { scheduleEditor } from "./schedule-editor";
import { tables } from "./tables";
import { transfers } from "./transfers";

export const zhHans = {
  ...common,
  ...drafts,
  ...preview,
  ...publish,
  ...ruleEditor,
  ...scheduleEditor,
  ...tables,
  ...transfers,
};
