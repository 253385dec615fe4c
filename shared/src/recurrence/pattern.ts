import { CYCLE_YEARS, yearOf, yearStart } from "../time/civil";
import { nthOf } from "./nth";
import type { Parts } from "./parts";
import { periodsOf } from "./periods";
import { yearFilter, type YearDays } from "./year-filter";
import { byShape } from "./year-shapes";

/** The unbounded pattern of a recurrence, before COUNT, UNTIL, DTSTART and the rule's dates apply. */
export interface Pattern {
  /** The year of a day: with BYWEEKNO, the week-numbering year. */
  readonly yearOf: (day: number) => number;
  /** Whether the pattern matches a day. */
  has(day: number): boolean;
  /** The matching days of a year. */
  days(year: number): number[];
  /** The number of matching days of a year. */
  count(year: number): number;
  /** Whether any day ever matches. Exact, because the calendar repeats after 400 years. */
  possible(): boolean;
}

/** The named days of a year that starts on a day. */
function daysOf(named: YearDays, start: number): number[] {
  const days: number[] = [];
  named.forEach((flag, at) => {
    if (flag === 1) days.push(start + at);
  });
  return days;
}

/** The named days of calendar years between two days (`to` exclusive) that match. */
function daysBetween(
  named: (year: number) => YearDays,
  from: number,
  to: number,
  matches: (day: number) => boolean,
): number[] {
  const days: number[] = [];
  for (let year = yearOf(from); yearStart(year) < to; year += 1)
    days.push(...daysOf(named(year), yearStart(year)));
  return days.filter((day) => day >= from && day < to && matches(day));
}

/** Most days in a year; a week-numbering year is the longest. */
const LONGEST = 371;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/**
 * @param start civil day number in the period from which INTERVAL counts
 */
export function patternOf(parts: Parts, start: number): Pattern {
  const { interval, setPositions, weekNumbers } = parts;
  const { index, first, ofYear } = periodsOf(parts);
  const origin = index(start);
  const chooses = setPositions.length > 0;
  const isChosen = nthOf(setPositions);
  const byWeek = weekNumbers.length > 0;
  const isInWeeks = nthOf(weekNumbers);
  const [of, firstOf] = byWeek ? [index, first] : [yearOf, yearStart];
  /** Number of periods until the calendar repeats. */
  const cycle = ofYear(CYCLE_YEARS) - ofYear(0);
  // A week-numbering year overlaps adjacent calendar years, and only BYYEARDAY depends on their length.
  const reach = byWeek && parts.yearDays.length > 0 ? 1 : 0;
  const filter = byShape(0, yearFilter(parts));

  /** Applies BYWEEKNO and BYSETPOS to the periods of a year, before INTERVAL. */
  const choose = (year: number): YearDays => {
    const from = firstOf(year);
    const to = firstOf(year + 1);
    const named = new Uint8Array(to - from);
    const isInWeek = (day: number): boolean =>
      !byWeek || isInWeeks(Math.floor((day - from) / 7), Math.floor((to - day - 1) / 7));
    const days = daysBetween(filter, first(ofYear(year)), first(index(to - 1) + 1), isInWeek);
    for (let begin = 0; begin < days.length;) {
      const next = first(index(days[begin] ?? NaN) + 1);
      let end = begin;
      while ((days[end] ?? Infinity) < next) end += 1;
      for (let k = begin; k < end; k += 1)
        if (!chooses || isChosen(k - begin, end - k - 1)) named[(days[k] ?? NaN) - from] = 1;
      begin = end;
    }
    return named;
  };
  const named = chooses || byWeek ? byShape(reach, choose) : filter;

  /** Counts the matching days of a year in periods at a multiple of `step` from the origin. */
  const counter = (step: number): ((year: number) => number) => {
    const counts = byShape(reach, (year) => {
      const days = new Uint16Array(Math.min(step, LONGEST));
      const period = ofYear(year);
      for (const day of daysOf(named(year), firstOf(year))) {
        const k = step === 1 ? 0 : (index(day) - period) % step;
        days[k] = (days[k] ?? 0) + 1;
      }
      return days;
    });
    return (year) => {
      const past = (ofYear(year) - origin) % step;
      // INTERVAL may skip the whole year.
      return counts(year)[past > 0 ? step - past : -past] ?? 0;
    };
  };
  const count = counter(interval);

  const inInterval = (day: number): boolean => (index(day) - origin) % interval === 0;

  return {
    yearOf: of,

    has(day) {
      const year = of(day);
      return named(year)[day - firstOf(year)] === 1 && inInterval(day);
    },

    days: (year) => daysOf(named(year), firstOf(year)).filter(inInterval),

    count,

    possible() {
      // Periods at a multiple of this distance from the origin are reached eventually.
      const step = gcd(cycle, interval);
      const reached = step === interval ? count : counter(step);
      for (let k = 0; k < CYCLE_YEARS; k += 1) if (reached(of(start) + k) > 0) return true;
      return false;
    },
  };
}
