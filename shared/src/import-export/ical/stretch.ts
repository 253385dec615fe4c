import { DAY_MINUTES } from "../../time/civil";
import { type CalendarDuration, type CalendarEvent, type CalendarTime, isDuration } from "./calendar-event";
import { type Clock, toInstant, wallTime, type WallTime } from "./clock";
import type { Clocks } from "./clocks";
import type { CivilMinute, Stretch } from "./segment";

const DAY_SECONDS = DAY_MINUTES * 60;

/** The start and end of an event on its own clock. */
export interface Times {
  /** The clock of its start; for whole days, the schedule's. */
  readonly clock: Clock;
  readonly start: WallTime;
  /** The day of the occurrence: that of `start`, unless a change of the series moved it. */
  readonly origin: number;
  /** Days after the start's day, and the second of that day on `clock`. */
  readonly end: WallTime;
  readonly wholeDays: boolean;
}

export type TimesProblem =
  | { readonly code: "start-missing" }
  | { readonly code: "no-duration" }
  | { readonly code: "end-before-start" }
  | { readonly code: "zone-unknown"; readonly zone: string };

export const isProblem = (times: Times | TimesProblem): times is TimesProblem => "code" in times;

const zoneName = (time: CalendarTime): string =>
  time.type === "time" && time.zone.type === "tzid" ? time.zone.tzid : "";

const wholeDays = (clock: Clock, first: number, end: number): Times => ({
  clock,
  start: { day: first, second: 0 },
  origin: first,
  end: { day: end, second: 0 },
  wholeDays: true,
});

/** RFC 5545 3.6.1: a date without an end lasts that day, and DTEND is exclusive. */
function fromDate(first: number, end: CalendarEvent["end"], floating: Clock): Times | TimesProblem {
  if (end === null) return wholeDays(floating, first, first + 1);
  if (isDuration(end))
    return wholeDays(floating, first, first + Math.max(1, end.days + Math.ceil(end.seconds / DAY_SECONDS)));
  // Many programs write the same day, or a time of that day, as the end.
  const after = end.type === "time" && end.second > 0 ? end.day + 1 : end.day;
  if (after < first) return { code: "end-before-start" };
  return wholeDays(floating, first, Math.max(after, first + 1));
}

function endOf(clock: Clock, start: WallTime, end: CalendarDuration): WallTime {
  const day = start.day + end.days;
  if (end.seconds === 0) return { day, second: start.second };
  return wallTime(clock, toInstant(clock, { day, second: start.second }) + end.seconds * 1000);
}

/** Converts a time to another clock. */
const onClock = (time: WallTime, from: Clock, to: Clock): WallTime =>
  from.name === to.name ? time : wallTime(to, toInstant(from, time));

/** The times of an event, or why they are undefined. */
export function timesOf(
  event: Pick<CalendarEvent, "start" | "end" | "allDay">,
  clocks: Clocks,
  floating: Clock,
): Times | TimesProblem {
  const { start, end } = event;
  if (start === null) return { code: "start-missing" };
  if (start.type === "date") return fromDate(start.day, end, floating);
  const clock = clocks(start.zone);
  if (clock === null) return { code: "zone-unknown", zone: zoneName(start) };
  let until: WallTime | null = null;
  if (end !== null && isDuration(end)) until = endOf(clock, start, end);
  else if (end?.type === "date") until = { day: end.day, second: 0 };
  else if (end !== null) {
    const endClock = clocks(end.zone);
    if (endClock === null) return { code: "zone-unknown", zone: zoneName(end) };
    until = onClock(end, endClock, clock);
  }
  if (event.allDay) {
    // Outlook's flag for whole days: midnights of the event's zone or, in UTC, of the calendar's.
    const first = start.zone.type === "utc" ? onClock(start, clock, floating) : start;
    const last = until === null || start.zone.type !== "utc" ? until : onClock(until, clock, floating);
    const after = last === null ? first.day + 1 : last.second > 0 ? last.day + 1 : last.day;
    return wholeDays(floating, first.day, Math.max(after, first.day + 1));
  }
  if (until === null) return { code: "no-duration" };
  const length = (until.day - start.day) * DAY_SECONDS + until.second - start.second;
  if (length < 0) return { code: "end-before-start" };
  if (length === 0) return { code: "no-duration" };
  const begin = { day: start.day, second: start.second };
  return { clock, start: begin, origin: start.day, end: until, wholeDays: false };
}

/** Rounds starts down to the minute and ends up, so that 23:59:59 is midnight. */
const label = ({ day, second }: WallTime, round: (minutes: number) => number): CivilMinute => {
  const minute = round(second / 60);
  return minute >= DAY_MINUTES ? { day: day + 1, minute: minute - DAY_MINUTES } : { day, minute };
};

/** The stretch on the schedule's clock for an event that begins on a day of its own clock. */
export function stretchOn(times: Times, day: number, target: Clock): Stretch {
  const moved = (time: WallTime): WallTime =>
    onClock({ day: time.day + day - times.origin, second: time.second }, times.clock, target);
  return { start: label(moved(times.start), Math.floor), end: label(moved(times.end), Math.ceil) };
}

/** Seconds lost by rounding to minutes; the last second of a minute counts as its end. */
export const dropsSeconds = ({ start, end }: Times): boolean =>
  start.second % 60 !== 0 || (end.second % 60 !== 0 && end.second % 60 !== 59);

/**
 * The day, on the event's own clock, of the occurrence that begins at a time; null: none.
 * @param recurs whether an occurrence is on a day
 */
export function occurrenceDay(
  time: CalendarTime,
  times: Times,
  clocks: Clocks,
  recurs: (day: number) => boolean,
): number | null {
  if (time.type === "date") return time.day;
  const clock = clocks(time.zone);
  if (clock === null) return null;
  const own = onClock(time, clock, times.clock);
  const day = own.day + times.origin - times.start.day;
  if (!times.wholeDays) return own.second === times.start.second ? day : null;
  // An instant counts by its local day; a date that is written in UTC or with a time counts as written.
  return time.zone.type === "utc" && (recurs(day) || !recurs(time.day)) ? day : time.day;
}

/** The day on which an event begins at another event's time and lasts as long; null: none. */
export function dayOfSameHours(other: Times, { wholeDays, clock, start, end }: Times): number | null {
  if (other.wholeDays !== wholeDays) return null;
  const from = onClock(other.start, other.clock, clock);
  const to = onClock(other.end, other.clock, clock);
  const isSame =
    from.second === start.second && to.second === end.second && to.day - from.day === end.day - start.day;
  return isSame ? from.day : null;
}
