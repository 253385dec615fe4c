import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import { formatDay, formatTimes } from "@schedule-manager/shared/i18n/format-date";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { formatShortTimes } from "../../i18n/format-short-times";
import type { Translate } from "../../i18n/translate";
import type { DayMarks } from "./day-marks";

/** The openings that a narrow cell shows. */
const SHOWN = 2;

/** The difference of a day from the ordinary week, such as "Open shorter" or "Closed for holiday". */
function describeDayType({ type, closedReason }: DaySummary, t: Translate, locale: string): string {
  return type === "closed" || type === "manual" || type === "error"
    ? describeStatus({ isOpen: false, closedReason }, locale)
    : t(`calendar.day.${type}`);
}

/** Describes a day with its openings and what decides them. */
export function describeDay(
  summary: DaySummary,
  ruleName: (id: string) => string,
  marks: DayMarks | undefined,
  t: Translate,
  locale: string,
): string {
  const { day, opens, ruleIds } = summary;
  const date = formatDay(locale, day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const parts = [
    describeDayType(summary, t, locale),
    ...opens.map(({ from, to }) => formatTimes(locale, from, to)),
    ...ruleIds.map((rule) => t("preview.by", { rule: ruleName(rule) })),
    ...(marks?.isRuleDay(day) === true ? [t("calendar.mark.rule")] : []),
    ...(marks?.isChanged(day) === true ? [t("calendar.mark.changed")] : []),
  ];
  return t("calendar.day", { day: date, what: parts.join(" · ") });
}

/** Lines for a narrow cell: the hours, or why the day is closed. */
export function describeDayBriefly(summary: DaySummary, t: Translate, locale: string): readonly string[] {
  const { type, opens } = summary;
  const hours = opens.slice(0, SHOWN).map(({ from, to }) => formatShortTimes(locale, from, to));
  const more = opens.length - hours.length;
  const lines = more > 0 ? [...hours, `+${more}`] : hours;
  if (type === "off") return [t("week.closed")];
  return type === "manual" || opens.length === 0 ? [describeDayType(summary, t, locale), ...lines] : lines;
}
