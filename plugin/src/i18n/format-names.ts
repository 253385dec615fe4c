import { formatList } from "@schedule-manager/shared/i18n/format-list";
import type { Translate } from "./translate";

/** "A, B and C"; more than `limit` names end with the number of further ones. */
export function formatNames(locale: string, names: readonly string[], t: Translate, limit = 5): string {
  const rest = names.length - limit;
  return rest > 0
    ? t("schedules.moreRules", { names: names.slice(0, limit).join(t("list.separator")), count: rest })
    : formatList(locale, names);
}
