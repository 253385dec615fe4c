import { formatList } from "@schedule-manager/shared/i18n/format-list";
import type { Say } from "../strings/text";

/** So many are named; the rest is counted. */
const NAMED = 5;

/** "A, B and C"; of very many the first ones and how many more there are. */
export function namesInWords(names: readonly string[], say: Say, locale: string): string {
  const rest = names.length - NAMED;
  return rest > 0
    ? say("schedules.moreRules", { names: names.slice(0, NAMED).join(", "), count: rest })
    : formatList(locale, names);
}
