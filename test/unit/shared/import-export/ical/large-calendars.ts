import { event } from "./calendars";

/** The day in iCalendar's form, counted from 2026-01-01. */
export const date = (index: number): string =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10).replaceAll("-", "");
export const many = (count: number, make: (index: number) => string[]): string[] =>
  Array.from({ length: count }, (_, index) => make(index)).flat();
export const DAILY = ["DTSTART:20260101T090000", "DTEND:20260101T100000", "RRULE:FREQ=DAILY"];
const away = (index: number): string[] => [
  `SUMMARY:${index}`,
  `DTSTART;TZID=America/New_York:${date(index % 3000)}T090000`,
  `DTEND;TZID=America/New_York:${date(index % 3000)}T170000`,
];

/** A calendar of more lines than a call takes arguments. */
const calendar = (lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR"].concat(lines, ["END:VCALENDAR", ""]).join("\r\n");
const series = (lines: readonly string[]): string =>
  calendar(["BEGIN:VEVENT", "UID:a"].concat(DAILY, lines, ["END:VEVENT"]));

interface LargeCalendar {
  /** What the calendar consists of. */
  readonly name: string;
  /** As many take about as long as the others'. */
  readonly count: number;
  readonly make: (count: number) => string;
  /** The number of warnings. */
  readonly listed: (count: number) => number;
}

const noWarning = (): number => 0;
/** The series has no name. */
const oneWarning = (): number => 1;
const oneForEach = (count: number): number => count + 1;

/** Calendars that consist of one thing many times. */
export const LARGE_CALENDARS: readonly LargeCalendar[] = [
  {
    name: "events from another zone",
    count: 1500,
    make: (count) => calendar(many(count, (n) => event(`UID:${n}`, ...away(n)))),
    listed: noWarning,
  },
  {
    name: "series from another zone",
    count: 300,
    make: (count) =>
      calendar(many(count, (n) => event(`UID:${n}`, ...away(n), "RRULE:FREQ=WEEKLY;COUNT=40"))),
    listed: noWarning,
  },
  {
    name: "EXDATE lines that name nothing",
    count: 6000,
    make: (count) => series(many(count, (n) => [`EXDATE:nonsense ${n}`])),
    listed: oneForEach,
  },
  {
    name: "EXDATE lines at other times",
    count: 6000,
    make: (count) => series(many(count, (n) => [`EXDATE:${date(n)}T120000`])),
    listed: oneForEach,
  },
  {
    name: "EXDATE lines that count",
    count: 6000,
    make: (count) => series(many(count, (n) => [`EXDATE:${date(n)}T090000`])),
    listed: oneWarning,
  },
  {
    name: "changes from one day on",
    count: 400,
    make: (count) =>
      calendar(
        event("UID:a", ...DAILY).concat(
          many(count, (n) =>
            event(
              "UID:a",
              `RECURRENCE-ID;RANGE=THISANDFUTURE:${date(n)}T090000`,
              `DTSTART:${date(n)}T100000`,
              `DTEND:${date(n)}T120000`,
            ),
          ),
        ),
      ),
    listed: oneWarning,
  },
  {
    name: "changed occurrences",
    count: 1900,
    make: (count) =>
      calendar(
        event("UID:a", ...DAILY).concat(
          many(count, (n) =>
            event("UID:a", `RECURRENCE-ID:${date(n)}T090000`, `DTSTART:${date(n)}T100000`, "DURATION:PT1H"),
          ),
        ),
      ),
    listed: oneForEach,
  },
];
