import { daysBefore, isLeap, mod, weekday, yearStart } from "../civil";
import { dayPosition, maskOf, weekdayMask, weekdayPosition, wholeMonth } from "./masks";
import type { Parts } from "./parts";

/** Positions in a year (from 0) as twelve month masks. Positions outside the year are left out. */
function toMonths(positions: readonly number[], leap: boolean): number[] {
  return Array.from({ length: 12 }, (_, month) =>
    maskOf(
      positions
        .map((position) => position - daysBefore(leap, month))
        .filter((date) => date < daysBefore(leap, month + 1) - daysBefore(leap, month)),
    ),
  );
}

/** Day number of the first day of week 1: the first week with four days in the year (RFC 5545 3.3.10, BYWEEKNO). */
export function weekOne(year: number, weekStart: number): number {
  const newYear = yearStart(year);
  const back = mod(weekday(newYear) - weekStart, 7);
  return newYear - back + (back > 3 ? 7 : 0);
}

/** Positions of the numbered weeks' days in a year; some lie outside it. */
function weekPositions({ weekNumbers, weekStart }: Parts, year: number): number[] {
  return [year - 1, year, year + 1].flatMap((weekYear) => {
    const first = weekOne(weekYear, weekStart);
    const weeks = (weekOne(weekYear + 1, weekStart) - first) / 7;
    return weekNumbers.flatMap((nth) => {
      const week = dayPosition(nth, weeks);
      return week < 0 ? [] : [0, 1, 2, 3, 4, 5, 6].map((k) => first + week * 7 + k - yearStart(year));
    });
  });
}

/**
 * The days of a year that BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY all leave (RFC 5545 3.3.10), as twelve
 * month masks. Numbers in BYDAY count within the year where FREQ=YEARLY has no BYMONTH, and else within the month.
 */
export function yearFilter(parts: Parts): (year: number) => readonly number[] {
  const { months, monthDays, yearDays, weekNumbers, weekdays, nthWeekdays } = parts;
  const nthOfYear = parts.freq === "YEARLY" && months === 0;

  const compute = (year: number): number[] => {
    const leap = isLeap(year);
    const newYear = weekday(yearStart(year));
    const length = daysBefore(leap, 12);
    const limits: number[][] = [];
    if (yearDays.length > 0)
      limits.push(
        toMonths(
          yearDays.map((nth) => dayPosition(nth, length)),
          leap,
        ),
      );
    if (weekNumbers.length > 0) limits.push(toMonths(weekPositions(parts, year), leap));
    const nths = toMonths(
      nthOfYear ? nthWeekdays.map((nth) => weekdayPosition(nth, newYear, length)) : [],
      leap,
    );
    return nths.map((nth, month) => {
      if (months && !(months & (1 << month))) return 0;
      const days = daysBefore(leap, month + 1) - daysBefore(leap, month);
      const first = (newYear + daysBefore(leap, month)) % 7;
      const nthOfMonth = nthOfYear ? [] : nthWeekdays.map((item) => weekdayPosition(item, first, days));
      let mask = wholeMonth(days);
      if (monthDays.length > 0) mask &= maskOf(monthDays.map((date) => dayPosition(date, days)));
      if (weekdays || nthWeekdays.length > 0) mask &= nth | maskOf(nthOfMonth) | weekdayMask(weekdays, first);
      return limits.reduce((left, limit) => left & (limit[month] ?? 0), mask);
    });
  };

  // Years that begin on the same weekday and are as long as each other, after years as long, have the same days.
  const known = new Map<number, readonly number[]>();
  return (year) => {
    const key = weekday(yearStart(year)) * 4 + (isLeap(year) ? 2 : 0) + (isLeap(year - 1) ? 1 : 0);
    let masks = known.get(key);
    if (masks === undefined) known.set(key, (masks = compute(year)));
    return masks;
  };
}
