import { CYCLE_YEARS, LAST_YEAR, mod, yearOf, yearStart } from "../civil";
import { nthOf } from "./nth";
import type { Parts } from "./parts";
import { periodsOf } from "./periods";
import { yearFilter, type YearDays } from "./year-filter";
import { byShape, type Reach } from "./year-shapes";

/** The endless pattern of a recurrence, before COUNT, UNTIL, DTSTART and the rule's dates cut it. */
export interface Pattern {
  /** Whether the pattern names a day. */
  has(day: number): boolean;
  /** How many days of a year the pattern names. */
  count(year: number): number;
  /** The first day that the pattern names from a day on, until `last` (at most the end of 9999); Infinity: none. */
  next(from: number, last: number): number;
  /** Whether there is any day at all, ever: the calendar repeats after 400 years, so this is exact. */
  possible(): boolean;
}

/** The named days between two days; `to` does not belong to them. */
function daysBetween(named: (year: number) => YearDays, from: number, to: number): number[] {
  const days: number[] = [];
  for (let year = yearOf(from); yearStart(year) < to; year += 1) {
    const flags = named(year);
    const start = yearStart(year);
    const end = Math.min(flags.length, to - start);
    for (let at = Math.max(0, from - start); at < end; at += 1) if (flags[at] === 1) days.push(start + at);
  }
  return days;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** @param start civil day number in the period from which INTERVAL counts */
export function patternOf(parts: Parts, start: number): Pattern {
  const { interval, setPositions, weekNumbers } = parts;
  const { index, first, cycle } = periodsOf(parts);
  const ofYear = (year: number): number => index(yearStart(year));
  const origin = index(start);
  const isChosen = nthOf(setPositions);
  // A week of one year can lie in the next; what is chosen of it depends on the whole week-numbering year.
  const byWeek = weekNumbers.length > 0;
  const filter = byShape(byWeek ? 1 : 0, yearFilter(parts));

  /** What BYSETPOS chooses in the periods of a year, before INTERVAL leaves some out. */
  const choose = (year: number): YearDays => {
    const from = yearStart(year);
    const named = new Uint8Array(yearStart(year + 1) - from);
    const whole = first(index(yearStart(year + 1) - 1) + 1);
    const days = daysBetween(filter, first(ofYear(year)), whole);
    for (let begin = 0; begin < days.length;) {
      const next = first(index(days[begin] ?? NaN) + 1);
      let end = begin;
      while ((days[end] ?? Infinity) < next) end += 1;
      for (let k = begin; k < end; k += 1)
        if (isChosen(k - begin, end - k - 1)) named[(days[k] ?? NaN) - from] = 1;
      begin = end;
    }
    return named;
  };
  const chooses = setPositions.length > 0;
  const reach: Reach = !byWeek ? 0 : chooses ? 2 : 1;
  const named = chooses ? byShape(reach, choose) : filter;

  /** How many days of a year are named and belong to a period that is a multiple of `step` from the origin. */
  const counter = (step: number): ((year: number) => number) => {
    const counts = byShape(reach, (year) => {
      const days: number[] = [];
      for (const day of daysBetween(named, yearStart(year), yearStart(year + 1))) {
        const k = step === 1 ? 0 : (index(day) - ofYear(year)) % step;
        days[k] = (days[k] ?? 0) + 1;
      }
      return days;
    });
    return (year) => {
      if (step === 1) return counts(year)[0] ?? 0;
      const past = (ofYear(year) - origin) % step;
      return counts(year)[past > 0 ? step - past : -past] ?? 0;
    };
  };
  const count = counter(interval);

  const inInterval = (day: number): boolean => (index(day) - origin) % interval === 0;

  /** The first year from this one on, until 9999, of which a day is named and in the interval; 10000: there is none. */
  const nextYear = (from: number): number => {
    for (let year = from; year <= LAST_YEAR; year += 1) {
      // Intervals of more than a year leave out many.
      if (interval > cycle / CYCLE_YEARS) {
        const period = ofYear(year);
        year = Math.max(year, yearOf(first(period + mod(origin - period, interval))));
      }
      if (year <= LAST_YEAR && count(year) > 0) return year;
    }
    return LAST_YEAR + 1;
  };

  return {
    has(day) {
      const year = yearOf(day);
      return named(year)[day - yearStart(year)] === 1 && inInterval(day);
    },

    count,

    next(from, last) {
      for (let year = Math.max(0, yearOf(from)); yearStart(year) <= last; year = nextYear(year + 1)) {
        const start = yearStart(year);
        const flags = named(year);
        for (let at = flags.indexOf(1, Math.max(0, from - start)); at >= 0; at = flags.indexOf(1, at + 1))
          if (inInterval(start + at)) return start + at <= last ? start + at : Infinity;
      }
      return Infinity;
    },

    possible() {
      // A day is reached sooner or later if its period is as far from the origin as a multiple of this.
      const reached = counter(gcd(cycle, interval));
      for (let k = 0; k < CYCLE_YEARS; k += 1) if (reached(yearOf(start) + k) > 0) return true;
      return false;
    },
  };
}
