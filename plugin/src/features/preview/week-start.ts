import { mod, weekday } from "@schedule-manager/shared/time/civil";

interface WeekInfo {
  readonly firstDay: number;
}

/** The weekday that weeks begin on where a locale is used, 0 = Monday. */
function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo;
    weekInfo?: WeekInfo;
  };
  // Older engines have it as a property, and some not at all.
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  return info === undefined ? 0 : info.firstDay - 1;
}

/** The first day (civil day number) of the week that a day belongs to. */
export const weekStart = (day: number, locale: string): number =>
  day - mod(weekday(day) - firstWeekday(locale), 7);
