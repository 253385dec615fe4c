import { LAST_MONTH, monthOf, monthStart } from "./civil";
import { lowestBit } from "./recurrence/masks";
import type { Pattern } from "./recurrence/pattern";
import type { Recurrence } from "./recurrence/recurrence";

/** The days on which a rule applies. Everything is a civil day number. */
export interface Occurrences {
  has(day: number): boolean;
  /** The first day from `day` on; null: none until the end of the year 9999. */
  next(day: number): number | null;
}

export interface Bounds {
  /** -Infinity and Infinity: none. */
  readonly from: number;
  readonly to: number;
  readonly dates: ReadonlySet<number>;
  readonly exceptDates: ReadonlySet<number>;
  /** Whether every day between the bounds belongs to it, where there is no recurrence. */
  readonly every: boolean;
}

/** The mask of a month number without the days before `from`. */
const maskFrom = (pattern: Pattern, month: number, from: number): number =>
  pattern.mask(month) & (monthStart(month) < from ? -1 << (from - monthStart(month)) : -1);

/** The first day of the pattern from `day` on; Infinity: none until the end of the year 9999 or the month of `last`. */
function nextOfPattern(pattern: Pattern, day: number, last: number): number {
  const lastMonth = Math.min(LAST_MONTH, monthOf(Math.min(last, monthStart(LAST_MONTH))));
  for (
    let month = pattern.skip(Math.max(0, monthOf(day)));
    month <= lastMonth;
    month = pattern.skip(month + 1)
  ) {
    const mask = maskFrom(pattern, month, day);
    if (mask) return monthStart(month) + lowestBit(mask);
  }
  return Infinity;
}

/**
 * The last day that COUNT allows, as far as it is known: asked for a day, it counts up to the month of that day
 * and goes on from there next time. Counting stops at the end of the year 9999.
 */
function countedEnd(pattern: Pattern, start: number, count: number): (day: number) => number {
  let end = Infinity;
  let seen = 0;
  let next = pattern.skip(monthOf(start));
  return (day) => {
    // One occurrence a day at most.
    if (end === Infinity && day - start >= count) {
      const month = Math.min(LAST_MONTH, monthOf(day));
      for (; next <= month && end === Infinity; next = pattern.skip(next + 1)) {
        let mask = maskFrom(pattern, next, start);
        for (; mask && seen < count - 1; mask &= mask - 1) seen += 1;
        if (mask) end = monthStart(next) + lowestBit(mask);
      }
    }
    return end;
  };
}

/** RFC 5545 3.8.5: the recurrence set. Without a recurrence, the range or nothing; then `dates`, then `exceptDates`. */
export function occurrences(recurrence: Recurrence | null, bounds: Bounds): Occurrences {
  const { dates, exceptDates, from, every } = bounds;
  const pattern = recurrence?.pattern;
  const { count = null, until = null } = recurrence?.parts ?? {};
  const to = Math.min(bounds.to, until ?? Infinity);
  const counted = pattern && count !== null ? countedEnd(pattern, from, count) : () => Infinity;
  let month = NaN;
  let mask = 0;
  const inPattern = (day: number): boolean => {
    if (!pattern) return every;
    if (monthOf(day) !== month) {
      month = monthOf(day);
      mask = pattern.mask(month);
    }
    return (mask & (1 << (day - monthStart(month)))) !== 0 && day <= counted(day);
  };
  const listed = [...dates].sort((a, b) => a - b);
  const nextInRange = (day: number): number => {
    const found = pattern ? nextOfPattern(pattern, day, to) : every ? day : Infinity;
    return found <= to && found <= counted(found) ? found : Infinity;
  };
  return {
    has: (day) => !exceptDates.has(day) && ((day >= from && day <= to && inPattern(day)) || dates.has(day)),
    next(day) {
      for (let at = day; ; at += 1) {
        at = Math.min(nextInRange(Math.max(at, from)), listed.find((date) => date >= at) ?? Infinity);
        if (!exceptDates.has(at)) return at < Infinity ? at : null;
      }
    },
  };
}
