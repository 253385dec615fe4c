import { mod, weekday } from "@schedule-manager/shared/time/civil";

interface WeekInfo {
  readonly firstDay: number;
}

/** The first weekday of a locale, 0 = Monday. */
export function firstWeekdayOf(locale: string): number {
  // TypeScript's library lacks both.
  const intlLocale = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo;
    weekInfo?: WeekInfo;
  };
  // Older engines have a property instead, or nothing.
  const info = intlLocale.getWeekInfo?.() ?? intlLocale.weekInfo;
  return info === undefined ? 0 : info.firstDay - 1;
}

/** The first civil day of the week that contains a day. */
export const weekStart = (day: number, firstWeekday: number): number =>
  day - mod(weekday(day) - firstWeekday, 7);

/** The weekdays, 0 = Monday, in the order in which a week shows them. */
export const weekdaysFrom = (firstWeekday: number): readonly number[] =>
  Array.from({ length: 7 }, (_, index) => (firstWeekday + index) % 7);
