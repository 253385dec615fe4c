import { WEEKDAYS, type StoredRule } from "../../model/model";
import { parseRRule } from "../../recurrence/parse";
import { everyWeek, WHOLE_WEEK } from "../../recurrence/every-week";
import { tidyRRule } from "../../recurrence/tidy";
import { DAY_MINUTES, parseTime } from "../../time/civil";
import type { TimeRange } from "./hours";

/** An ordinary weekly open rule: the same opening on some weekdays of every week. */
export interface WeeklyRule extends TimeRange {
  /** Bit 0 = Monday; never 0. */
  readonly weekdays: number;
}

/** `HH:mm` of a minute of day; 1440 is 00:00. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function rangeOf({ startTime, endTime }: StoredRule): TimeRange | null {
  const start = startTime ? parseTime(startTime) : 0;
  const end = endTime ? parseTime(endTime) : 0;
  if (start === null || end === null) return null;
  return { start, end: end > start ? end : end + DAY_MINUTES };
}

function weekdaysOf(dateRRule: string): number {
  const parsed = parseRRule(tidyRRule(dateRRule));
  return parsed.ok ? everyWeek(parsed.parts) : 0;
}

/** Reads a rule that means the same in every week. Returns null for any other rule. */
export function readWeeklyRule(rule: StoredRule): WeeklyRule | null {
  const { isOpen, exception, dates = [], exceptDates = [], relativeTo, startDate, endDate } = rule;
  const isOrdinary = isOpen && !exception && relativeTo === undefined && !startDate && !endDate;
  if (!isOrdinary || dates.length + exceptDates.length > 0) return null;
  // An empty list of dates alone selects no day.
  if (rule.dates !== undefined && !rule.dateRRule) return null;
  const weekdays = rule.dateRRule ? weekdaysOf(rule.dateRRule) : WHOLE_WEEK;
  const range = rangeOf(rule);
  return weekdays === 0 || range === null ? null : { ...range, weekdays };
}

/** The stored form of a weekly rule. Openings of 24 hours from midnight have no times. */
export function writeWeeklyRule({ start, end, weekdays }: WeeklyRule, name: string): StoredRule {
  const days = WEEKDAYS.filter((_, index) => weekdays & (1 << index));
  const times =
    start === 0 && end === DAY_MINUTES
      ? {}
      : { startTime: timeOf(start), endTime: timeOf(end % DAY_MINUTES) };
  return { name, isOpen: true, dateRRule: `FREQ=WEEKLY;BYDAY=${days.join(",")}`, ...times };
}
