import { mod, monthOf, monthStart, weekday, yearOf, yearStart } from "../time/civil";
import type { Parts } from "./parts";

/** The periods that INTERVAL counts and within which BYSETPOS selects: days, weeks, months or years. */
export interface Periods {
  /** The index of the period that contains a day. */
  readonly index: (day: number) => number;
  /** The first day of a period. */
  readonly first: (index: number) => number;
  /** The period that contains a year's first day. */
  readonly ofYear: (year: number) => number;
}

/**
 * Civil day number of the first day of week 1: the first week with four days in the year (RFC 5545 3.3.10,
 * BYWEEKNO).
 */
function weekOne(year: number, weekStart: number): number {
  const newYear = yearStart(year);
  const back = mod(weekday(newYear) - weekStart, 7);
  return newYear - back + (back > 3 ? 7 : 0);
}

const same = (number: number): number => number;

export function periodsOf({ freq, weekStart, weekNumbers }: Parts): Periods {
  switch (freq) {
    case "DAILY":
      return { index: same, first: same, ofYear: yearStart };
    case "WEEKLY": {
      const index = (day: number): number => Math.floor((day + 3 - weekStart) / 7);
      const ofYear = (year: number): number => index(yearStart(year));
      return { index, first: (week) => week * 7 - 3 + weekStart, ofYear };
    }
    case "MONTHLY":
      return { index: monthOf, first: monthStart, ofYear: (year) => year * 12 };
    case "YEARLY": {
      if (weekNumbers.length === 0) return { index: yearOf, first: yearStart, ofYear: same };
      // Week-numbering years.
      const first = (year: number): number => weekOne(year, weekStart);
      const index = (day: number): number => {
        const year = yearOf(day);
        return day < first(year) ? year - 1 : day < first(year + 1) ? year : year + 1;
      };
      return { index, first, ofYear: same };
    }
  }
}
