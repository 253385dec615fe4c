import { DAY_MINUTES } from "../../time/civil";
import type { CalendarEvent, CalendarTime } from "./calendar-event";
import type { WallTime } from "./clock";

/** Days of a series that are collected: a year, after which a zone's rules repeat. */
const SERIES_DAYS = 366;
const DAY_SECONDS = DAY_MINUTES * 60;

/** The distinct times of a file in a zone. */
export type ZoneTimes = (tzid: string) => Iterable<WallTime>;

/**
 * Collects the times of events by zone; a series counts for a year.
 * @param from civil day number from which a series counts
 */
export function zoneTimes(events: readonly CalendarEvent[], from: number): ZoneTimes {
  /** By zone: seconds since the epoch on its wall clock. */
  const found = new Map<string, Set<number>>();
  /** Series at the same hours from the same day have the same times. */
  const series = new Set<string>();
  const add = (time: CalendarTime | null, days = 1): void => {
    if (time?.type !== "time" || time.zone.type !== "tzid") return;
    const { tzid } = time.zone;
    const seconds = found.get(tzid) ?? new Set();
    found.set(tzid, seconds);
    const first = days > 1 ? Math.max(time.day, from) : time.day;
    const key = `${tzid} ${first} ${time.second} ${days}`;
    if (series.has(key)) return;
    series.add(key);
    for (let day = first; day < first + days; day += 1) seconds.add(day * DAY_SECONDS + time.second);
  };
  for (const { start, end, rrules, rDates } of events) {
    const days = rrules.length > 0 ? SERIES_DAYS : 1;
    add(start, days);
    if (end !== null && "type" in end) add(end, days);
    for (const period of rDates) add(period.start);
  }
  return function* (tzid) {
    for (const seconds of found.get(tzid) ?? []) {
      const day = Math.floor(seconds / DAY_SECONDS);
      yield { day, second: seconds - day * DAY_SECONDS };
    }
  };
}
