import type { Parts } from "./parts";

/** Bits of Monday to Sunday. */
export const WHOLE_WEEK = 0b1111111;

/**
 * The weekdays (bit 0 = Monday) of a recurrence that means the same in every week, without an end; 0 for any other, and
 * for one whose weekday is that of its start.
 */
export function everyWeek(parts: Parts): number {
  const { freq, interval, count, until, months, weekdays } = parts;
  const others = [parts.monthDays, parts.nthWeekdays, parts.yearDays, parts.weekNumbers, parts.setPositions];
  const isEndless = interval === 1 && count === null && until === null;
  if (!isEndless || months !== 0 || others.some((list) => list.length > 0)) return 0;
  if (freq === "WEEKLY") return weekdays;
  return freq === "DAILY" ? weekdays || WHOLE_WEEK : 0;
}
