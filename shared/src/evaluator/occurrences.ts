import { LAST_YEAR } from "../time/civil";
import type { RelativeTo } from "../model/model";
import type { Pattern } from "../recurrence/pattern";
import type { Recurrence } from "../recurrence/recurrence";

/** The days on which a rule applies, as civil day numbers. `nextOccurrence` searches them. */
export interface Occurrences {
  readonly has: (day: number) => boolean;
  readonly recurrence: Recurrence | null;
  readonly bounds: Bounds;
  readonly relative: RelativeDays | null;
  /** The last day apart from `dates`, as far as the bounds and UNTIL say. */
  readonly last: number;
  /** Whether a day that the recurrence names is among those that COUNT allows. */
  readonly isCounted: (day: number) => boolean;
}

export interface Bounds {
  /** -Infinity and Infinity: unbounded. */
  readonly from: number;
  readonly to: number;
  readonly dates: ReadonlySet<number>;
  readonly exceptDates: ReadonlySet<number>;
  /** Without a recurrence: whether the rule applies on every day between the bounds. */
  readonly every: boolean;
}

/** The days of `relativeTo`. Created only by `relativeDays`. */
export interface RelativeDays {
  readonly has: (day: number) => boolean;
  readonly relativeTo: RelativeTo;
  /** The days of `relativeTo.rules`. */
  readonly sources: readonly Occurrences[];
  /**
   * Counts working days in the direction of `step` (1 or -1), without the day `from`. Stops after 31 days without one.
   * Returns the last working day (`from`: none), and how many of `count` are missing.
   */
  readonly countWorkingDays: (from: number, step: number, count: number) => readonly [number, number];
}

/**
 * Returns a function that gives the last day COUNT allows, or Infinity if that day lies after the year of its
 * argument. Counts year by year, continues where the previous call stopped, and stops at the end of the year
 * 9999.
 */
function countedEnd(pattern: Pattern, start: number, count: number): (day: number) => number {
  let end = Infinity;
  let year = pattern.yearOf(start);
  let left = count + pattern.days(year).filter((before) => before < start).length;
  return (day) => {
    const last = Math.min(LAST_YEAR, pattern.yearOf(day));
    for (; end === Infinity && year <= last; year += 1) {
      const days = pattern.count(year);
      if (days < left) left -= days;
      else end = pattern.days(year)[left - 1] ?? end;
    }
    return end;
  };
}

/**
 * The recurrence set (RFC 5545 3.8.5). Without a recurrence: the days of `relative`, the range, or nothing. Adds
 * `dates`, then removes `exceptDates`.
 */
export function occurrences(
  recurrence: Recurrence | null,
  bounds: Bounds,
  relative: RelativeDays | null = null,
): Occurrences {
  const { dates, exceptDates, from, every } = bounds;
  const { count = null, until = null } = recurrence?.parts ?? {};
  const last = Math.min(bounds.to, until ?? Infinity);
  const end = recurrence && count !== null ? countedEnd(recurrence.pattern, from, count) : () => Infinity;
  const pattern = recurrence?.pattern ?? relative;
  // A day has at most one occurrence.
  const isCounted = (day: number): boolean => day - from < (count ?? Infinity) || day <= end(day);
  return {
    has: (day) =>
      !exceptDates.has(day) &&
      ((day >= from && day <= last && (pattern ? pattern.has(day) && isCounted(day) : every)) ||
        dates.has(day)),
    recurrence,
    bounds,
    relative,
    last,
    isCounted,
  };
}
