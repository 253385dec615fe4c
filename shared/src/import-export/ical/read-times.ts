/** Parses values of RFC 5545 3.3.4 to 3.3.9; null for invalid ones. */
import { DAY_MINUTES, dayOf } from "../../time/civil";
import type { CalendarDuration, CalendarPeriod, CalendarTime, TimeZoneRef } from "./calendar-event";

/** Some programs write the hyphens and colons of ISO 8601, or omit the seconds. */
const TIME =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:T(?:([01]\d|2[0-4]):?([0-5]\d)(?::?([0-5]\d|60)(?:\.\d+)?)?)?(Z)?)?$/i;
const DURATION =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?$/i;

/**
 * @param tzid of the property, if present
 */
export function readTime(value: string, tzid: string | null): CalendarTime | null {
  const found = TIME.exec(value);
  if (found === null) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  const day = dayOf(at(1), at(2), at(3));
  if (day === null) return null;
  if (found[4] === undefined) return { type: "date", day };
  const second = (at(4) * 60 + at(5)) * 60 + Math.min(59, at(6));
  if (second > DAY_MINUTES * 60) return null;
  const zone: TimeZoneRef =
    found[7] !== undefined ? { type: "utc" } : tzid === null ? { type: "floating" } : { type: "tzid", tzid };
  return { type: "time", day, second, zone };
}

/** Negative durations are invalid. */
export function readDuration(value: string): CalendarDuration | null {
  const found = DURATION.exec(value);
  if (found === null || found[1] === "-" || /[PT]$/i.test(found[0])) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  return { days: at(2) * 7 + at(3), seconds: (at(4) * 60 + at(5)) * 60 + at(6) };
}

/** Parses a time, or a period: start and end or duration. */
export function readPeriod(value: string, tzid: string | null): CalendarPeriod | null {
  const [from = "", to, more] = value.split("/");
  const start = readTime(from, tzid);
  if (start === null || more !== undefined) return null;
  if (to === undefined) return { start, end: null };
  const end = readTime(to, tzid) ?? readDuration(to);
  return end === null ? null : { start, end };
}
