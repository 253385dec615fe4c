/** Every component of the plugin in its states; a file of `scenes` for each part of the interface. */
import { CALENDAR } from "./scenes/calendar";
import { EDITORS } from "./scenes/editors";
import { FIELDS } from "./scenes/fields";
import { FILES } from "./scenes/files";
import { FRAME } from "./scenes/frame";
import { HISTORY } from "./scenes/history";
import { MANY } from "./scenes/many";
import { PUBLISHING } from "./scenes/publishing";
import type { Scene } from "./scenes/scene";
import { DAYS } from "./scenes/special-days";
import { TABLES } from "./scenes/tables";

export const SCENES: readonly Scene[] = [
  ...FRAME,
  ...TABLES,
  ...MANY,
  ...EDITORS,
  ...CALENDAR,
  ...DAYS,
  ...PUBLISHING,
  ...HISTORY,
  ...FILES,
  ...FIELDS,
];
