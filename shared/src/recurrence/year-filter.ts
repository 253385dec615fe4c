import { daysBefore, isLeap, weekday, yearStart } from "../time/civil";
import { WEEKDAYS } from "../model/model";
import { type Nth, nthOf } from "./nth";
import type { Parts } from "./parts";

/** One flag for each day of a year: 1 for a named day. */
export type YearDays = Uint8Array;

/**
 * The days of a calendar year that satisfy BYMONTH, BYYEARDAY, BYMONTHDAY and BYDAY (RFC 5545 3.3.10). Numbers
 * in BYDAY count within the year for FREQ=YEARLY without BYMONTH, otherwise within the month.
 */
export function yearFilter(parts: Parts): (year: number) => YearDays {
  const { months, weekdays, nthWeekdays } = parts;
  const nthOrNone = (list: readonly number[]): Nth | null => (list.length > 0 ? nthOf(list) : null);
  const monthDays = nthOrNone(parts.monthDays);
  const yearDays = nthOrNone(parts.yearDays);
  const numbered = WEEKDAYS.map((_, weekday) =>
    nthOrNone(nthWeekdays.filter((item) => item.weekday === weekday).map(({ nth }) => nth)),
  );
  const anyWeekday = weekdays === 0 && nthWeekdays.length === 0;
  const inYear = parts.freq === "YEARLY" && months === 0;

  return (year) => {
    const leap = isLeap(year);
    const start = yearStart(year);
    const length = daysBefore(leap, 12);
    const named = new Uint8Array(length);
    for (let month = 0; month < 12; month += 1) {
      if (months && !(months & (1 << month))) continue;
      const first = daysBefore(leap, month);
      const end = daysBefore(leap, month + 1);
      const [from, to] = inYear ? [0, length] : [first, end];
      for (let at = first; at < end; at += 1) {
        if (monthDays && !monthDays(at - first, end - at - 1)) continue;
        if (yearDays && !yearDays(at, length - at - 1)) continue;
        const day = weekday(start + at);
        const isWeekday =
          anyWeekday ||
          weekdays & (1 << day) ||
          numbered[day]?.(Math.floor((at - from) / 7), Math.floor((to - at - 1) / 7));
        if (isWeekday) named[at] = 1;
      }
    }
    return named;
  };
}
