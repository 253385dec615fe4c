import { CYCLE_DAYS, CYCLE_YEARS, monthOf, monthStart, yearOf, yearStart } from "../civil";
import type { Parts } from "./parts";
import { weekOne } from "./year-filter";

/** What INTERVAL counts and BYSETPOS chooses in: days, weeks, months or years. */
export interface Periods {
  /** The number of the period that a day belongs to. */
  readonly index: (day: number) => number;
  /** The first day of a period. */
  readonly first: (index: number) => number;
  /** How many there are until the calendar repeats. */
  readonly cycle: number;
}

export function periodsOf({ freq, weekStart, weekNumbers }: Parts): Periods {
  switch (freq) {
    case "DAILY":
      return { index: (day) => day, first: (day) => day, cycle: CYCLE_DAYS };
    case "WEEKLY":
      return {
        index: (day) => Math.floor((day + 3 - weekStart) / 7),
        first: (week) => week * 7 - 3 + weekStart,
        cycle: CYCLE_DAYS / 7,
      };
    case "MONTHLY":
      return {
        index: monthOf,
        first: monthStart,
        cycle: CYCLE_YEARS * 12,
      };
    case "YEARLY": {
      if (weekNumbers.length === 0) return { index: yearOf, first: yearStart, cycle: CYCLE_YEARS };
      // The week-numbering year.
      const first = (year: number): number => weekOne(year, weekStart);
      const index = (day: number): number => {
        const year = yearOf(day);
        return day < first(year) ? year - 1 : day < first(year + 1) ? year : year + 1;
      };
      return { index, first, cycle: CYCLE_YEARS };
    }
  }
}
