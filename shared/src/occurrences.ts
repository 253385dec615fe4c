import { LAST_MONTH, monthOf, monthStart } from "./civil";
import { lowestBit, popCount } from "./recurrence/masks";
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

/** The first day of the pattern from `day` to `last`, or null. */
function nextOfPattern(pattern: Pattern, day: number, last: number): number | null {
  const startMonth = Math.max(monthOf(day), 0);
  const lastMonth = Math.min(LAST_MONTH, last === Infinity ? LAST_MONTH : monthOf(last));
  for (let month = pattern.skip(startMonth); month <= lastMonth; month = pattern.skip(month + 1)) {
    const first = monthStart(month);
    const mask = pattern.mask(month) & (first < day ? -1 << (day - first) : -1);
    if (mask !== 0) return first + lowestBit(mask) <= last ? first + lowestBit(mask) : null;
  }
  return null;
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
        const first = monthStart(next);
        let mask = pattern.mask(next) & (first < start ? -1 << (start - first) : -1);
        const size = popCount(mask);
        if (seen + size < count) seen += size;
        else {
          for (let k = seen + 1; k < count; k += 1) mask &= mask - 1;
          end = first + lowestBit(mask);
        }
      }
    }
    return end;
  };
}

/** RFC 5545 3.8.5: the recurrence set. Without a recurrence, the range or nothing; then `dates`, then `exceptDates`. */
export function occurrences(recurrence: Recurrence | null, bounds: Bounds): Occurrences {
  const { dates, exceptDates, from } = bounds;
  const to = Math.min(bounds.to, recurrence?.parts.until ?? Infinity);
  const count = recurrence?.parts.count ?? null;
  const counted = recurrence !== null && count !== null ? countedEnd(recurrence.pattern, from, count) : null;
  let month = NaN;
  let mask = 0;
  const inPattern = (day: number): boolean => {
    if (recurrence === null) return bounds.every;
    const asked = monthOf(day);
    if (asked !== month) {
      month = asked;
      mask = recurrence.pattern.mask(asked);
    }
    return (mask & (1 << (day - monthStart(asked)))) !== 0 && (counted === null || day <= counted(day));
  };
  const inRange = (day: number): boolean => day >= from && day <= to && inPattern(day);
  const listed = [...dates].sort((a, b) => a - b);
  const nextInRange = (day: number): number | null => {
    const least = Math.max(day, from);
    if (recurrence === null) return bounds.every && least <= to ? least : null;
    const found = nextOfPattern(recurrence.pattern, least, to);
    return found !== null && (counted === null || found <= counted(found)) ? found : null;
  };
  const nextAny = (day: number): number | null => {
    const one = nextInRange(day);
    const other = listed.find((date) => date >= day) ?? null;
    return one === null || other === null ? (one ?? other) : Math.min(one, other);
  };
  return {
    has: (day) => !exceptDates.has(day) && (inRange(day) || dates.has(day)),
    next(day) {
      let found = nextAny(day);
      while (found !== null && exceptDates.has(found)) found = nextAny(found + 1);
      return found;
    },
  };
}
