/** Days of a month as a bit mask: bit 0 is the first. */
import { mod } from "../civil";
import type { NthWeekday } from "./parts";

export const wholeMonth = (length: number): number => 0x7fffffff >>> (31 - length);

/** Position from 0 of the nth day (negative: from the end) among `length` days, or -1 where there is none. */
export const dayPosition = (nth: number, length: number): number => {
  const position = nth > 0 ? nth - 1 : length + nth;
  return position < length ? position : -1;
};

/** The same of the nth weekday; `first` is the weekday of the first day. */
export const weekdayPosition = ({ nth, weekday }: NthWeekday, first: number, length: number): number => {
  const start = mod(weekday - first, 7);
  const index = dayPosition(nth, Math.floor((length + 6 - start) / 7));
  return index < 0 ? -1 : start + 7 * index;
};

export const maskOf = (positions: readonly number[]): number =>
  positions.reduce((mask, position) => (position < 0 ? mask : mask | (1 << position)), 0);

/** The days of a month that are one of the weekdays (bit 0 = Monday). */
export const weekdayMask = (weekdays: number, first: number): number => {
  let mask = 0;
  for (let weekday = 0; weekday < 7; weekday += 1)
    if (weekdays & (1 << weekday)) mask |= 0x10204081 << mod(weekday - first, 7);
  return mask;
};

export const popCount = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
};

/** Position of the lowest bit of a mask that is not 0. */
export const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);
