import { DAY_MS, mod } from "../../time/civil";
import { zoneOf } from "../../time/zone";

/** The clock of a zone: local time minus UTC (ms) at an instant (ms since the epoch). */
export interface Clock {
  /** Clocks with equal names are equal. */
  readonly name: string;
  offset(t: number): number;
}

/** A reading of a wall clock: day number and second of the day. */
export interface WallTime {
  readonly day: number;
  readonly second: number;
}

export const UTC: Clock = { name: "UTC", offset: () => 0 };

/** The clock of an IANA zone; null when the runtime has no such zone. */
export function ianaClock(name: string): Clock | null {
  const zone = zoneOf(name);
  return zone && { name, offset: (t) => zone.span(t).offset };
}

/** RFC 5545 3.3.5: a repeated time means the first instant; a skipped time uses the offset before the gap. */
export function toInstant(clock: Clock, { day, second }: WallTime): number {
  const local = day * DAY_MS + second * 1000;
  const before = clock.offset(local - DAY_MS);
  const after = clock.offset(local + DAY_MS);
  const shows = (offset: number): boolean => clock.offset(local - offset) === offset;
  return shows(before) || !shows(after) ? local - before : local - after;
}

export function wallTime(clock: Clock, t: number): WallTime {
  const local = t + clock.offset(t);
  return { day: Math.floor(local / DAY_MS), second: Math.floor(mod(local, DAY_MS) / 1000) };
}
