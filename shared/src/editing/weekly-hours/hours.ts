import { DAY_MINUTES } from "../../time/civil";

/**
 * Minutes of a day's opening. `start`: 0 to 1439. `end`: exclusive, after `start`, at most 24 hours later; above
 * 1440 it is on the next day.
 */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Openings by weekday, Monday first; sorted and tidy (`tidyRanges`). */
export type WeeklyHours = readonly (readonly TimeRange[])[];

export const NO_HOURS: WeeklyHours = [[], [], [], [], [], [], []];

export const isSameRange = (a: TimeRange, b: TimeRange): boolean => a.start === b.start && a.end === b.end;

/** Sorts a day's ranges and joins those that overlap or touch, unless the result exceeds 24 hours. */
export function tidyRanges(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const tidy: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = tidy[tidy.length - 1];
    if (last === undefined || range.start > last.end || range.end - last.start > DAY_MINUTES)
      tidy.push(range);
    else if (range.end > last.end) tidy[tidy.length - 1] = { start: last.start, end: range.end };
  }
  return tidy;
}

const FIRST: TimeRange = { start: 9 * 60, end: 17 * 60 };
/** Minutes. A further opening begins after a break of this length. */
const BREAK = 60;

/** The next opening of a day: after a break, until the end of the day at the latest; null: no room is left. */
export function nextRange(ranges: readonly TimeRange[]): TimeRange | null {
  const last = ranges[ranges.length - 1];
  if (last === undefined) return FIRST;
  const start = last.end + BREAK;
  return start >= DAY_MINUTES ? null : { start, end: Math.min(start + 4 * 60, DAY_MINUTES) };
}
