import { DAY_MINUTES } from "../../time/civil";

/** A reading of the schedule's wall clock: civil day number and minute of the day, 0 to 1439. */
export interface CivilMinute {
  readonly day: number;
  readonly minute: number;
}

/** A stretch of time on the schedule's wall clock, end exclusive. */
export interface Stretch {
  readonly start: CivilMinute;
  readonly end: CivilMinute;
}

/** The part of a stretch that one rule expresses: on each of `days` days from `day`, from `start` to `end`. */
export interface CalendarSegment {
  readonly day: number;
  readonly days: number;
  /** Minute of day; null: midnight. */
  readonly start: number | null;
  /** Minute of day; before `start`: on the next day; null: midnight. */
  readonly end: number | null;
}

const orNull = (minute: number): number | null => (minute === 0 ? null : minute);

/** Splits a stretch into whole days and times of day. Empty for an empty stretch. */
export function calendarSegmentsOf({ start, end }: Stretch): readonly CalendarSegment[] {
  const length = (end.day - start.day) * DAY_MINUTES + end.minute - start.minute;
  if (length <= 0) return [];
  const oneDay = end.day === start.day || (end.day === start.day + 1 && end.minute === 0);
  const overnight = end.day === start.day + 1 && end.minute < start.minute;
  if ((oneDay && length < DAY_MINUTES) || overnight)
    return [{ day: start.day, days: 1, start: orNull(start.minute), end: orNull(end.minute) }];
  const firstWhole = start.minute === 0 ? start.day : start.day + 1;
  const segments: CalendarSegment[] = [];
  if (start.minute > 0) segments.push({ day: start.day, days: 1, start: start.minute, end: null });
  if (end.day > firstWhole)
    segments.push({ day: firstWhole, days: end.day - firstWhole, start: null, end: null });
  if (end.minute > 0) segments.push({ day: end.day, days: 1, start: null, end: end.minute });
  return segments;
}
