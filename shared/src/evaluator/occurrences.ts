import { LAST_YEAR, yearStart } from "../time/civil";
import type { Pattern } from "../recurrence/pattern";
import type { Recurrence } from "../recurrence/recurrence";

/** The days on which a rule applies, as civil day numbers. */
export interface Occurrences {
  has(day: number): boolean;
  /** The first day from `day` on; null: none until the end of the year 9999. */
  next(day: number): number | null;
}

const LAST_DAY = yearStart(LAST_YEAR + 1) - 1;

export interface Bounds {
  /** -Infinity and Infinity: unbounded. */
  readonly from: number;
  readonly to: number;
  readonly dates: ReadonlySet<number>;
  readonly exceptDates: ReadonlySet<number>;
  /** Without a recurrence: whether the rule applies on every day between the bounds. */
  readonly every: boolean;
}

/**
 * Returns a function that gives the last day COUNT allows, or Infinity if that day lies after the year of its
 * argument. Counts year by year, continues where the previous call stopped, and stops at the end of the year
 * 9999.
 */
function countedEnd(pattern: Pattern, start: number, count: number): (day: number) => number {
  let end = Infinity;
  let left = count;
  let year = NaN;
  return (day) => {
    if (Number.isNaN(year)) {
      year = pattern.yearOf(start);
      left += pattern.days(year).filter((before) => before < start).length;
    }
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
  relative: Occurrences | null = null,
): Occurrences {
  const { dates, exceptDates, from, every } = bounds;
  const { count = null, until = null } = recurrence?.parts ?? {};
  const to = Math.min(bounds.to, until ?? Infinity);
  const end = recurrence && count !== null ? countedEnd(recurrence.pattern, from, count) : () => Infinity;
  const pattern: Pick<Pattern, "has" | "next"> | undefined =
    recurrence?.pattern ??
    (relative && {
      has: (day) => relative.has(day),
      next: (day, last) => {
        const found = relative.next(day) ?? Infinity;
        return found <= last ? found : Infinity;
      },
    }) ??
    undefined;
  // A day has at most one occurrence.
  const counted = (day: number): boolean => day - from < (count ?? Infinity) || day <= end(day);
  const listed = [...dates].filter((date) => !exceptDates.has(date)).sort((a, b) => a - b);
  const nextInRange = (day: number): number => {
    if (!pattern) return every && day <= to ? day : Infinity;
    // Days after the last one COUNT allows need no search.
    const found = counted(day) ? pattern.next(day, Math.min(to, LAST_DAY)) : Infinity;
    return found < Infinity && counted(found) ? found : Infinity;
  };
  return {
    has: (day) =>
      !exceptDates.has(day) &&
      ((day >= from && day <= to && (pattern ? pattern.has(day) && counted(day) : every)) || dates.has(day)),
    next(day) {
      const date = listed.find((each) => each >= day) ?? Infinity;
      let at = nextInRange(Math.max(day, from));
      while (at < date && exceptDates.has(at)) at = nextInRange(at + 1);
      at = Math.min(at, date);
      return at < Infinity ? at : null;
    },
  };
}
