/** Events as programs write them: their forms, our own contents. */
import { DateTime } from "luxon";
import type { Random } from "../../../../../simulation/random";
import { DAY_MS, daysOf, type EventSpec, FROM } from "./event-spec";
import { factsOf, vtimezone } from "./write-zones";

export const PROGRAMS = ["google", "outlook", "apple", "thunderbird", "lotus", "caldav"] as const;
export type Program = (typeof PROGRAMS)[number];

const date = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll("-", "");
const two = (value: number): string => String(value).padStart(2, "0");
const local = (day: number, minute: number): string =>
  `${date(day)}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;

function utc(day: number, minute: number, zone: string): string {
  const time = DateTime.fromISO(
    `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    { zone },
  );
  return time.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}

/** How a program writes one time of a zone. */
type WriteTime = (name: string, day: number, minute: number) => string;

/** The program's name for a zone and, where it writes one, its description. */
function zoneOf(program: Program, zone: string, random: Random): { param: string; lines: string[] } {
  if (zone === "UTC") return { param: "", lines: [] };
  const facts = factsOf(zone);
  switch (program) {
    case "google":
      return {
        param: zone,
        lines: vtimezone(
          zone,
          zone,
          1970,
          (day, month) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${day}`,
          `X-LIC-LOCATION:${zone}`,
        ),
      };
    case "apple":
      return {
        param: zone,
        lines: vtimezone(zone, zone, 2007, (day, month) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${day}`),
      };
    case "outlook": {
      const name = random.pick([facts.windows, facts.shown]);
      return {
        param: `"${name}"`,
        lines: vtimezone(
          name,
          zone,
          1601,
          (day, month) => `FREQ=YEARLY;INTERVAL=1;BYDAY=${day};BYMONTH=${month};`,
        ),
      };
    }
    case "thunderbird":
      return { param: random.pick([zone, `/mozilla.org/20071231_1/${zone}`]), lines: [] };
    case "lotus":
      return {
        param: `"${facts.lotus}"`,
        lines: vtimezone(
          facts.lotus,
          zone,
          1950,
          (day, month, hour) => `FREQ=YEARLY;BYMINUTE=0;BYHOUR=${hour};BYDAY=${day};BYMONTH=${month}`,
        ),
      };
    case "caldav":
      return { param: random.pick([zone, `"${facts.exchange}"`]), lines: [] };
  }
}

function timesOf(
  program: Program,
  event: EventSpec,
  write: WriteTime,
  day: number,
  hours = event.hours,
): string[] {
  if (hours !== null) {
    const start = write("DTSTART", day, hours.start);
    const minutes = hours.end - hours.start;
    // Some programs write the zone once.
    const end = program === "caldav" ? `DTEND:${local(day, hours.end)}` : write("DTEND", day, hours.end);
    return [start, program === "apple" ? `DURATION:PT${Math.floor(minutes / 60)}H${minutes % 60}M` : end];
  }
  const { length } = event;
  if (program === "outlook")
    return [write("DTSTART", day, 0), write("DTEND", day + length, 0), "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"];
  const start = `DTSTART;VALUE=DATE:${date(day)}`;
  if (program === "apple") return [start, `DURATION:P${length}D`];
  if (program === "caldav") return [start, `DURATION:PT${length * 86_400}S`];
  return [start, `DTEND;VALUE=DATE:${date(day + length)}`];
}

function ruleOf(program: Program, { rule, hours, zone }: EventSpec): string {
  if (rule === null) return "";
  const { text, count, until } = rule;
  const ends =
    until === null
      ? ""
      : hours === null && program !== "outlook"
        ? `;UNTIL=${date(until)}`
        : `;UNTIL=${utc(until, hours?.start ?? 0, zone)}`;
  const [freq = "", ...rest] = text.split(";");
  return (
    [`RRULE:${freq}${count === null ? "" : `;COUNT=${count}`}${ends}`, ...rest].join(";") +
    (program === "lotus" || program === "caldav" ? ";" : "")
  );
}

/** The events of one file of a program. Whole days that Outlook writes as times have the zone of the schedule. */
export function writeCalendar(program: Program, events: readonly EventSpec[], random: Random): string {
  const zones = new Map(events.map(({ zone }) => [zone, zoneOf(program, zone, random)]));
  const body = events.flatMap((event) => {
    const { uid, zone, hours, first, rule, left, moved, changed } = event;
    const { param } = zones.get(zone) ?? { param: "" };
    const write: WriteTime = (name, day, minute) =>
      param === "" ? `${name}:${utc(day, minute, "UTC")}` : `${name};TZID=${param}:${local(day, minute)}`;
    const isDate = hours === null && program !== "outlook";
    const one = (name: string, day: number): string =>
      isDate ? `${name};VALUE=DATE:${date(day)}` : write(name, day, hours?.start ?? 0);
    const vevent = (...lines: readonly string[]): string[] => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `SUMMARY:${uid}`,
      "DTSTAMP:20260101T000000Z",
      ...lines.filter((line) => line !== ""),
      "END:VEVENT",
    ];
    // Lotus Notes lists the times of a series that ends.
    const listed =
      program === "lotus" && rule !== null && hours !== null && (rule.count !== null || rule.until !== null)
        ? daysOf(first, rule, FROM + 4000)
        : null;
    const period = (day: number): string =>
      `${utc(day, hours?.start ?? 0, zone)}/${utc(day, hours?.end ?? 0, zone)}`;
    const recurs =
      listed === null ? ruleOf(program, event) : `RDATE;VALUE=PERIOD:${listed.map(period).join("\r\n ,")}`;
    const old = program === "caldav" && random.chance(0.3);
    return [
      ...(old ? vevent("SEQUENCE:0", ...timesOf(program, event, write, first), recurs) : []),
      ...vevent(
        `SEQUENCE:${old ? 1 : 0}`,
        ...timesOf(program, event, write, first),
        recurs,
        ...left.map((day) => one("EXDATE", day)),
      ),
      ...(moved === null
        ? []
        : vevent(one("RECURRENCE-ID", moved.from), ...timesOf(program, event, write, moved.to))),
      ...(changed === null
        ? []
        : vevent(
            write("RECURRENCE-ID;RANGE=THISANDFUTURE", changed.from, hours?.start ?? 0),
            ...timesOf(program, event, write, changed.from, changed),
          )),
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${program}//Test//EN`,
    ...[...zones.values()].flatMap((zone) => zone.lines),
    ...body,
    "END:VCALENDAR",
  ];
  const fold = (line: string): string => line.replace(/(.{70})(?=.)/g, "$1\r\n ");
  return lines
    .map((line) => `${line.includes("\r\n") ? line : fold(line)}\r\n`)
    .join("")
    .replaceAll("\r\n", program === "caldav" ? "\n" : "\r\n");
}
