import type { DateSpan } from "@schedule-manager/shared/editing/special-days/special-day-rules";
import type { TimeRange } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { DATE, formatDay, formatRange, formatTimes } from "@schedule-manager/shared/i18n/format-date";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import type { Translate } from "./translate";

/** Names list at most this many dates. */
const MAX_DATES = 3;

const formatSpan = (locale: string, { from, to }: DateSpan): string =>
  from === to ? formatDay(locale, from) : formatRange(locale, "UTC", from * DAY_MS, to * DAY_MS, DATE);

/**
 * The name of a rule that special hours create: what a person typed, or else the dates. Times are part of it where
 * they tell rules apart.
 * @param range null: closed all day
 */
export function specialRuleName(
  {
    spans,
    name,
    isOnly,
  }: { readonly spans: readonly DateSpan[]; readonly name: string; readonly isOnly: boolean },
  range: TimeRange | null,
  locale: string,
  t: Translate,
): string {
  const typed = name.trim();
  const dates = spans.slice(0, MAX_DATES).map((span) => formatSpan(locale, span));
  const date = dates.join(t("list.separator")) + (spans.length > MAX_DATES ? " …" : "");
  if (range === null) return typed || t("special.name.closed", { date });
  const times = formatTimes(locale, range.start, range.end);
  if (typed === "") return `${date}, ${times}`;
  return isOnly ? typed : `${typed}, ${times}`;
}
