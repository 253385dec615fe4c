import { formatShortWeekday, formatTimes } from "@schedule-manager/shared/i18n/format-date";
import type { WeeklyRule } from "@schedule-manager/shared/editing/weekly-hours/weekly-rule";

/** Weekdays with runs of three or more as ranges, such as `Mon–Fri, Sun`. */
function formatWeekdays(locale: string, weekdays: number): string {
  const runs: number[][] = [];
  for (let day = 0; day < 7; day += 1) {
    if (!(weekdays & (1 << day))) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined): string => formatShortWeekday(locale, day ?? 0);
  return runs
    .flatMap((run) => (run.length < 3 ? run.map(name) : [`${name(run[0])}–${name(run[run.length - 1])}`]))
    .join(", ");
}

/** The name of a rule that the weekly hours create, such as `Mon–Fri 8:00 AM–5:00 PM`. */
export const weeklyRuleName = (locale: string, { weekdays, start, end }: WeeklyRule): string =>
  `${formatWeekdays(locale, weekdays)} ${formatTimes(locale, start, end)}`;
