/** Days of a month as a bit mask: bit 0 is the first. */
import { daysBefore, mod } from "../civil";
import type { NthWeekday, Parts } from "./parts";

/** A month as far as recurrence cares: how many days, and the weekday of the first (0 = Monday). */
export interface MonthShape {
  readonly length: number;
  readonly first: number;
}

export const monthShape = (leap: boolean, newYear: number, month: number): MonthShape => ({
  length: daysBefore(leap, month + 1) - daysBefore(leap, month),
  first: (newYear + daysBefore(leap, month)) % 7,
});

export const wholeMonth = (length: number): number => 0x7fffffff >>> (31 - length);

/** Position from 0 of the nth weekday (negative: from the end) among `length` days, or -1 where there is none. */
export function nthPosition({ nth, weekday }: NthWeekday, first: number, length: number): number {
  const start = mod(weekday - first, 7);
  const position =
    nth > 0 ? start + 7 * (nth - 1) : start + 7 * (Math.floor((length - 1 - start) / 7) + nth + 1);
  return position < length ? position : -1;
}

/** Position from 0 of the nth day (negative: from the end) among `length` days, or -1 where there is none. */
export const dayPosition = (nth: number, length: number): number => {
  const position = nth > 0 ? nth - 1 : length + nth;
  return position < length ? position : -1;
};

const bits = (positions: readonly number[]): number =>
  positions.reduce((mask, position) => (position < 0 ? mask : mask | (1 << position)), 0);

/** The days that are one of the weekdays (bit 0 = Monday) or of the numbered weekdays, counted within the month. */
export function weekdayMask(
  weekdays: number,
  nth: readonly NthWeekday[],
  { length, first }: MonthShape,
): number {
  let mask = bits(nth.map((item) => nthPosition(item, first, length)));
  for (let weekday = 0; weekday < 7; weekday += 1)
    if (weekdays & (1 << weekday)) mask |= 0x10204081 << mod(weekday - first, 7);
  return mask & wholeMonth(length);
}

/** The days that BYMONTHDAY names; all where there is none. */
export const monthDayMask = (list: readonly number[], length: number): number =>
  list.length === 0 ? wholeMonth(length) : bits(list.map((nth) => dayPosition(nth, length)));

/** The days of a month that BYMONTHDAY and BYDAY leave. */
export const dayMask = (parts: Parts, shape: MonthShape): number =>
  monthDayMask(parts.monthDays, shape.length) &
  (parts.weekdays || parts.nthWeekdays.length > 0
    ? weekdayMask(parts.weekdays, parts.nthWeekdays, shape)
    : wholeMonth(shape.length));

export const popCount = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
};

/** Position of the lowest bit of a mask that is not 0. */
export const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** BYSETPOS on one period, whose days the masks hold in order. */
export function selectPositions(masks: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return masks;
  const size = masks.reduce((sum, mask) => sum + popCount(mask), 0);
  const wanted = new Set(positions.map((nth) => dayPosition(nth, size)));
  let index = 0;
  return masks.map((mask) => {
    let kept = 0;
    for (let rest = mask; rest; rest &= rest - 1) {
      if (wanted.has(index)) kept |= rest & -rest;
      index += 1;
    }
    return kept;
  });
}
