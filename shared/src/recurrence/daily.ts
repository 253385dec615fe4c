import { CYCLE_DAYS, isLeap, mod, monthOf, monthStart, weekday } from "../civil";
import { dayMask, selectPositions } from "./masks";
import type { Parts } from "./parts";
import { gcd, type Pattern } from "./pattern";

/** FREQ=DAILY, counted from the day `start`. */
export function daily(parts: Parts, start: number): Pattern {
  const { interval } = parts;
  // Each day is a period of its own: BYSETPOS leaves it or takes it.
  const kept = selectPositions([1], parts.setPositions)[0] !== 0;
  /** The days of a month that the other parts leave. */
  const days = (month: number): number => {
    if (!kept || (parts.months !== 0 && !(parts.months & (1 << mod(month, 12))))) return 0;
    const first = monthStart(month);
    return dayMask(parts, { length: monthStart(month + 1) - first, first: weekday(first) });
  };
  return {
    mask(month) {
      const mask = days(month);
      if (interval === 1 || mask === 0) return mask;
      let active = 0;
      for (let at = mod(start - monthStart(month), interval); at < 31; at += interval) active |= 1 << at;
      return mask & active;
    },
    skip(month) {
      const first = monthStart(month);
      return interval < 28 ? month : monthOf(first + mod(start - first, interval));
    },
    possible() {
      // A year that is not a leap year and one that is hold every month; weekdays shift through all of them.
      if (!possibleWithoutInterval(days)) return false;
      const step = gcd(CYCLE_DAYS, interval);
      if (step === 1) return true;
      for (let k = 0; k < CYCLE_DAYS / step; k += 1) {
        const day = mod(start, step) + k * step;
        const month = monthOf(day);
        if (days(month) & (1 << (day - monthStart(month)))) return true;
      }
      return false;
    },
  };
}

/** Tries every kind of month of the calendar's cycle until one holds a day. */
function possibleWithoutInterval(days: (month: number) => number): boolean {
  const tried = new Set<number>();
  for (let year = 0; year < 400; year += 1) {
    const key = weekday(monthStart(year * 12)) * 2 + (isLeap(year) ? 1 : 0);
    if (tried.has(key)) continue;
    tried.add(key);
    for (let month = 0; month < 12; month += 1) if (days(year * 12 + month) !== 0) return true;
  }
  return false;
}
