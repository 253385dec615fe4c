import { formatList } from "@schedule-manager/shared/i18n/format-list";
import type { Translate } from "./translate";

/** The number of names before the rest is counted. */
const NAMED = 5;

/** "A, B and C"; a long list ends with the number of further names. */
export function formatNames(locale: string, names: readonly string[], t: Translate): string {
  const rest = names.length - NAMED;
  return rest > 0
    ? t("schedules.moreRules", { names: names.slice(0, NAMED).join(", "), count: rest })
    : formatList(locale, names);
}
