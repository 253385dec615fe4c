import { DAY_MS, mod } from "../../time/civil";
import { zoneOf } from "../../time/zone";

/** A zone as an import needs it: local time minus UTC (ms) at an instant (ms since the epoch). */
export interface Clock {
  /** Two clocks of one name show the same. */
  readonly name: string;
  offset(t: number): number;
}

/** A day number and a second of that day that a wall clock shows. */
export interface WallTime {
  readonly day: number;
  readonly second: number;
}

export const UTC: Clock = { name: "UTC", offset: () => 0 };

/** The clock of an IANA zone; null where this machine does not know it. */
export function ianaClock(name: string): Clock | null {
  const zone = zoneOf(name);
  return zone && { name, offset: (t) => zone.span(t).offset };
}

/** RFC 5545 3.3.5: a time that comes twice is the first one; one in a gap counts with the offset before it. */
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
