import { WEEKDAYS, type StoredRule } from "../../model/model";
import { parseRRule } from "../../recurrence/parse";
import { tidyRRule } from "../../recurrence/tidy";
import { DAY_MINUTES, parseTime } from "../../time/civil";
import type { TimeRange } from "./hours";

/** An ordinary weekly open rule: the same opening on some weekdays of every week. */
export interface WeeklyRule extends TimeRange {
  /** Bit 0 = Monday; never 0. */
  readonly weekdays: number;
}

const EVERY_DAY = 0b1111111;

/** `HH:mm` of a minute of day; 1440 is 00:00. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function rangeOf({ startTime, endTime }: StoredRule): TimeRange | null {
  const start = startTime ? parseTime(startTime) : 0;
  const end = endTime ? parseTime(endTime) : 0;
  if (start === null || end === null) return null;
  return { start, end: end > start ? end : end + DAY_MINUTES };
}

/** The weekdays of a recurrence that occurs in every week, or null. */
function weekdaysOf(dateRRule: string): number | null {
  const parsed = parseRRule(tidyRRule(dateRRule));
  if (!parsed.ok) return null;
  const { parts } = parsed;
  const isBounded = parts.interval !== 1 || parts.count !== null || parts.until !== null;
  const selects =
    parts.months +
    parts.monthDays.length +
    parts.nthWeekdays.length +
    parts.yearDays.length +
    parts.weekNumbers.length +
    parts.setPositions.length;
  if (isBounded || selects > 0) return null;
  if (parts.freq === "WEEKLY") return parts.weekdays === 0 ? null : parts.weekdays;
  return parts.freq === "DAILY" ? parts.weekdays || EVERY_DAY : null;
}

/** Reads a rule that means the same in every week. Returns null for any other rule. */
export function readWeeklyRule(rule: StoredRule): WeeklyRule | null {
  const { isOpen, exception, dates = [], exceptDates = [], relativeTo, startDate, endDate } = rule;
  const isOrdinary = isOpen && !exception && relativeTo === undefined && !startDate && !endDate;
  if (!isOrdinary || dates.length + exceptDates.length > 0) return null;
  // An empty list of dates alone selects no day.
  if (rule.dates !== undefined && !rule.dateRRule) return null;
  const weekdays = rule.dateRRule ? weekdaysOf(rule.dateRRule) : EVERY_DAY;
  const range = rangeOf(rule);
  return weekdays === null || range === null ? null : { ...range, weekdays };
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
