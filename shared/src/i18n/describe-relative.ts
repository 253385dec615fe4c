import { type RelativeTo, type Rule, WEEKDAYS, type WeekdayCode } from "../model/model";
import { formatWeekday } from "./format-date";
import { formatList } from "./format-list";
import { interpolate } from "./interpolate";
import type { Messages, Template } from "./messages/messages";
import { weekdayRun } from "./weekday-run";

/**
 * Describes a rule's days relative to other rules, as clauses: "The day before Christmas Day and New Year's
 * Day", "only for days on Monday".
 */
export function describeRelative(
  { rules, days, onlyOn, workingDays }: RelativeTo,
  rulesById: Pick<ReadonlyMap<string, Rule>, "get">,
  locale: string,
  { relative }: Messages,
): string[] {
  const names = (ids: readonly string[]): string =>
    formatList(
      locale,
      ids.map((id) => rulesById.get(id)?.name || relative.unknown),
    );
  const weekdays = (codes: readonly WeekdayCode[], list: Template, range: Template): string => {
    const days = WEEKDAYS.flatMap((code, index) => (codes.includes(code) ? [index] : []));
    const name = (day: number): string => formatWeekday(locale, day);
    const run = weekdayRun(days);
    return run === null
      ? format(list, { days: formatList(locale, days.map(name)) })
      : format(range, { first: name(run[0]), last: name(run[1]) });
  };
  const n = Math.abs(days);
  const [one, some] =
    workingDays === undefined
      ? days < 0
        ? [relative.dayBefore, relative.daysBefore]
        : [relative.dayAfter, relative.daysAfter]
      : days < 0
        ? [relative.workingDayBefore, relative.workingDaysBefore]
        : [relative.workingDayAfter, relative.workingDaysAfter];
  const format = (template: string, values: Readonly<Record<string, string | number>>): string =>
    interpolate(locale, template, values);
  return [
    format(n === 1 ? one : some, { n, rules: names(rules) }),
    ...(onlyOn === undefined ? [] : [weekdays(onlyOn, relative.onlyOn, relative.onlyOnRange)]),
    ...(workingDays === undefined
      ? []
      : [weekdays(workingDays.weekdays, relative.workingDays, relative.workingDaysRange)]),
    ...(workingDays === undefined || workingDays.except.length === 0
      ? []
      : [format(relative.except, { rules: names(workingDays.except) })]),
  ];
}
