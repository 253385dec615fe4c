import { CYCLE_YEARS, mod, monthOf, monthStart } from "../civil";
import { dayPosition, lowestBit, popCount, wholeMonth } from "./masks";
import type { Parts } from "./parts";
import { periodsOf } from "./periods";
import { yearFilter } from "./year-filter";

/** The endless pattern of a recurrence, before COUNT, UNTIL, DTSTART and the rule's dates cut it. */
export interface Pattern {
  /** Days of a month number that the pattern names; bit 0 is the first. */
  mask(month: number): number;
  /** The first month number, from this one on, that is worth looking at. */
  skip(month: number): number;
  /** Whether there is any day at all, ever: the calendar repeats after 400 years, so this is exact. */
  possible(): boolean;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** @param start civil day number in the period from which INTERVAL counts */
export function patternOf(parts: Parts, start: number): Pattern {
  const { freq, interval, weekNumbers } = parts;
  // A day has one position, which is the first and the last.
  const oneDay = freq === "DAILY" && parts.setPositions.some((nth) => Math.abs(nth) === 1);
  const setPositions = oneDay ? [] : parts.setPositions;
  const { index, first, cycle } = periodsOf(parts);
  const filter = yearFilter(parts);
  const origin = index(start);
  /** The first period, from this one on, that INTERVAL does not leave out. */
  const align = (period: number): number => period + mod(origin - period, interval);
  const filtered = (month: number): number => filter(Math.floor(month / 12))[mod(month, 12)] ?? 0;

  /** The days that BYSETPOS chooses in a period. */
  let chosenIn = NaN;
  let chosen: number[] = [];
  const choose = (period: number): number[] => {
    if (period === chosenIn) return chosen;
    const days: number[] = [];
    const end = first(period + 1);
    for (let month = monthOf(first(period)); monthStart(month) < end; month += 1)
      for (let mask = filtered(month); mask; mask &= mask - 1) {
        const day = monthStart(month) + lowestBit(mask);
        if (day >= first(period) && day < end) days.push(day);
      }
    chosenIn = period;
    chosen = setPositions.flatMap((nth) => days[dayPosition(nth, days.length)] ?? []);
    return chosen;
  };

  return {
    mask(month) {
      const left = filtered(month);
      if (interval === 1 && setPositions.length === 0) return left;
      const from = monthStart(month);
      const to = monthStart(month + 1);
      let mask = 0;
      for (let period = align(index(from)); left && first(period) < to; period += interval) {
        if (setPositions.length > 0) {
          for (const day of choose(period)) if (day >= from && day < to) mask |= 1 << (day - from);
        } else {
          const before = Math.max(0, first(period) - from);
          mask |= left & wholeMonth(Math.min(to, first(period + 1)) - from) & (-1 << before);
        }
      }
      return mask;
    },

    skip: (month) => Math.max(month, monthOf(first(align(index(monthStart(month)))))),

    possible() {
      const step = gcd(cycle, interval);
      if (setPositions.length > 0) {
        const most = { DAILY: 0, WEEKLY: popCount(parts.weekdays), MONTHLY: 31, YEARLY: 366 }[freq];
        if (Math.min(...setPositions.map(Math.abs)) > most) return false;
        const tried = new Set<unknown>();
        for (let k = 0; k < cycle / step; k += 1) {
          const period = mod(origin + k * interval, cycle);
          // Months with the same days left, and years of the same shape, need not be tried again.
          const key =
            freq === "MONTHLY"
              ? filtered(period)
              : freq === "YEARLY" && weekNumbers.length === 0
                ? filter(period)
                : period;
          if (tried.has(key)) continue;
          tried.add(key);
          if (choose(period).length > 0) return true;
        }
        return false;
      }
      // A day is reached sooner or later if it is as far from the origin as a multiple of `step`.
      for (let month = 0; month < CYCLE_YEARS * 12; month += 1)
        for (let mask = filtered(month); mask; mask &= mask - 1)
          if ((index(monthStart(month) + lowestBit(mask)) - origin) % step === 0) return true;
      return false;
    },
  };
}
