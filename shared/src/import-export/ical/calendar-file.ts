import type { Schedule } from "../../model/model";
import { escapeText, foldLine } from "./write-lines";

/**
 * Writes a schedule as an iCalendar file (RFC 5545) from the lines of its components. Written without a library, which
 * the functions would load at each cold start for a few properties; the tests read the files with `ical.js`.
 */
export const calendarFile = (
  { name, timeZone }: Pick<Schedule, "name" | "timeZone">,
  components: readonly string[],
): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Flex Schedule Manager//Schedules//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...components,
    "END:VCALENDAR",
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join("");

/** A valid calendar without events: RFC 5545 requires a component, and a time zone is invisible. */
export const emptyCalendar = (schedule: Pick<Schedule, "name" | "timeZone">): string =>
  calendarFile(schedule, [
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
  ]);
