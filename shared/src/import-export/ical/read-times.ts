/** Values as jCal (RFC 7265) writes them, into numbers; null for what they are not. */
import { DAY_MINUTES, parseDate } from "../../time/civil";
import type { CalendarDuration, CalendarPeriod, CalendarTime, TimeZoneRef } from "./calendar-event";

const TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-4]):([0-5]\d):([0-5]\d|60)(Z)?$/;
const DURATION =
  /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** @param tzid of the property, if it has one */
export function readTime(value: unknown, tzid: string | null): CalendarTime | null {
  if (typeof value !== "string") return null;
  // A date that was not declared as one comes with an empty time.
  const date = parseDate(value.replace(/T::$/, ""));
  if (date !== null) return { kind: "date", day: date };
  const found = TIME.exec(value);
  const day = found && parseDate(found[1] ?? "");
  if (found === null || day === null) return null;
  const at = (index: number): number => Number(found[index]);
  const second = (at(2) * 60 + at(3)) * 60 + Math.min(59, at(4));
  if (second > DAY_MINUTES * 60) return null;
  const zone: TimeZoneRef =
    found[5] === "Z" ? { kind: "utc" } : tzid === null ? { kind: "floating" } : { kind: "tzid", tzid };
  return { kind: "time", day, second, zone };
}

/** Durations that go backwards are none. */
export function readDuration(value: unknown): CalendarDuration | null {
  const found = typeof value === "string" ? DURATION.exec(value) : null;
  if (found === null || found[1] === "-" || /[PT]$/.test(found[0])) return null;
  const at = (index: number): number => Number(found[index] ?? 0);
  return { days: at(2) * 7 + at(3), seconds: (at(4) * 60 + at(5)) * 60 + at(6) };
}

/** A time, or a period: a pair of its start and its end or duration. */
export function readPeriod(value: unknown, tzid: string | null): CalendarPeriod | null {
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [value, undefined];
  const start = readTime(from, tzid);
  if (start === null) return null;
  if (to === undefined) return { start, end: null };
  const end = readTime(to, tzid) ?? readDuration(to);
  return end === null ? null : { start, end };
}
