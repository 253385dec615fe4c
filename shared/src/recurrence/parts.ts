/** The parts of a parsed recurrence rule (RFC 5545 3.3.10), at date level. */

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** `2MO` is `{ nth: 2, weekday: 0 }`; `-1FR` is `{ nth: -1, weekday: 4 }`; never 0. */
export interface NthWeekday {
  readonly nth: number;
  readonly weekday: number;
}

/** Empty lists and 0 masks mean an absent part. */
export interface Parts {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Civil day number of the last day. */
  readonly until: number | null;
  /** Bit 0 = January. */
  readonly months: number;
  readonly monthDays: readonly number[];
  /** Bit 0 = Monday: weekdays without a number. */
  readonly weekdays: number;
  readonly nthWeekdays: readonly NthWeekday[];
  readonly yearDays: readonly number[];
  readonly weekNumbers: readonly number[];
  readonly setPositions: readonly number[];
  readonly weekStart: number;
}
