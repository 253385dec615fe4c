import { CYCLE_YEARS, daysBefore, isLeap, mod, weekday, yearStart } from "../civil";
import {
  dayPosition,
  monthDayMask,
  monthShape,
  nthPosition,
  selectPositions,
  weekdayMask,
  wholeMonth,
} from "./masks";
import type { Parts } from "./parts";
import { gcd, type Pattern } from "./pattern";

const yearLength = (leap: boolean): number => daysBefore(leap, 12);

/** Positions in a year (from 0) to twelve month masks. Positions outside the year are left out. */
function toMasks(positions: readonly number[], leap: boolean): number[] {
  const masks = new Array<number>(12).fill(0);
  for (const position of positions) {
    if (position < 0 || position >= yearLength(leap)) continue;
    let month = Math.min(11, Math.floor(position / 29));
    while (daysBefore(leap, month) > position) month -= 1;
    masks[month] = (masks[month] ?? 0) | (1 << (position - daysBefore(leap, month)));
  }
  return masks;
}

/** What every part but BYWEEKNO and BYSETPOS leaves of a year. Numbers in BYDAY count within the month if BYMONTH is there. */
function filterYear(parts: Parts, leap: boolean, newYear: number): number[] {
  const length = yearLength(leap);
  const inYear =
    parts.yearDays.length > 0 &&
    toMasks(
      parts.yearDays.map((nth) => dayPosition(nth, length)),
      leap,
    );
  const nthInMonth = parts.months === 0 ? [] : parts.nthWeekdays;
  const nthInYear = toMasks(
    parts.months === 0 ? parts.nthWeekdays.map((item) => nthPosition(item, newYear, length)) : [],
    leap,
  );
  const byDay = parts.weekdays !== 0 || parts.nthWeekdays.length > 0;
  return nthInYear.map((nth, month) => {
    if (parts.months !== 0 && !(parts.months & (1 << month))) return 0;
    const shape = monthShape(leap, newYear, month);
    return (
      monthDayMask(parts.monthDays, shape.length) &
      (inYear ? (inYear[month] ?? 0) : -1) &
      (byDay ? nth | weekdayMask(parts.weekdays, nthInMonth, shape) : wholeMonth(shape.length))
    );
  });
}

/** Computes once per key. */
function memo<T>(compute: (year: number) => T, keyOf: (year: number) => number): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    const key = keyOf(year);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(year)));
    return value;
  };
}

/** Years with one key have the same days, and so have the ends of the years beside them. */
const leapBit = (year: number): number => (isLeap(year) ? 1 : 0);
const shapeKey = (year: number): number => weekday(yearStart(year)) * 2 + leapBit(year);
const neighbourKey = (year: number): number =>
  (shapeKey(year) * 2 + leapBit(year - 1)) * 2 + leapBit(year + 1);
const wideKey = (year: number): number =>
  (neighbourKey(year) * 2 + leapBit(year - 2)) * 2 + leapBit(year + 2);

/** Day number of the first day of week 1: the first week with four days in the year (RFC 5545 3.3.10, BYWEEKNO). */
function weekOne(year: number, weekStart: number): number {
  const newYear = yearStart(year);
  const back = mod(weekday(newYear) - weekStart, 7);
  return newYear - back + (back > 3 ? 7 : 0);
}

/** The days that BYWEEKNO names, by calendar year. BYSETPOS counts within the week-numbering year. */
function weekNumberMasks(parts: Parts): {
  masks: (year: number) => readonly number[];
  any: (year: number) => boolean;
} {
  const filtered = memo((year) => filterYear(parts, isLeap(year), weekday(yearStart(year))), shapeKey);
  const passes = (year: number, position: number): boolean => {
    const leap = isLeap(year);
    return toMasks([position], leap).some((mask, month) => mask & (filtered(year)[month] ?? 0));
  };
  /** Positions relative to 1 January, in order; the first may lie before it, the last after 31 December. */
  const weekYear = memo((year) => {
    const first = weekOne(year, parts.weekStart);
    const weeks = (weekOne(year + 1, parts.weekStart) - first) / 7;
    const wanted = new Set(parts.weekNumbers.map((nth) => dayPosition(nth, weeks)));
    const length = yearLength(isLeap(year));
    const positions: number[] = [];
    for (let index = 0; index < weeks * 7; index += 1) {
      const position = first - yearStart(year) + index;
      if (!wanted.has(Math.floor(index / 7))) continue;
      if (
        position < 0
          ? passes(year - 1, position + yearLength(isLeap(year - 1)))
          : position < length
            ? passes(year, position)
            : passes(year + 1, position - length)
      )
        positions.push(position);
    }
    const chosen = parts.setPositions.map((nth) => dayPosition(nth, positions.length));
    return chosen.length === 0 ? positions : positions.filter((_, index) => chosen.includes(index));
  }, neighbourKey);
  const masks = memo((year) => {
    const start = yearStart(year);
    const near = [year - 1, year, year + 1].flatMap((y) => weekYear(y).map((p) => p + yearStart(y) - start));
    return toMasks(near, isLeap(year));
  }, wideKey);
  return { masks, any: (year) => weekYear(year).length > 0 };
}

/** FREQ=YEARLY from a year on. */
export function yearly(parts: Parts, startYear: number): Pattern {
  const { interval } = parts;
  const byShape = memo(
    (year) => selectPositions(filterYear(parts, isLeap(year), weekday(yearStart(year))), parts.setPositions),
    shapeKey,
  );
  const byWeek = parts.weekNumbers.length > 0 ? weekNumberMasks(parts) : null;
  const masks = byWeek?.masks ?? byShape;
  const any = byWeek?.any ?? ((year: number) => byShape(year).some((mask) => mask !== 0));
  return {
    mask(month) {
      const year = Math.floor(month / 12);
      return (year - startYear) % interval === 0 ? (masks(year)[month - year * 12] ?? 0) : 0;
    },
    skip(month) {
      const wait = mod(startYear - Math.floor(month / 12), interval);
      return wait === 0 ? month : (Math.floor(month / 12) + wait) * 12;
    },
    possible() {
      for (let k = 0; k < CYCLE_YEARS / gcd(CYCLE_YEARS, interval); k += 1)
        if (any(2000 + mod(startYear + k * interval, CYCLE_YEARS))) return true;
      return false;
    },
  };
}
