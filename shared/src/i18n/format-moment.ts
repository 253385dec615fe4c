import { DAY_MS } from "../time/civil";
import { zoneOf } from "../time/zone";
import { formatInstant } from "./format-date";
import { interpolate } from "./interpolate";
import type { When } from "./messages/messages";

/** Up to this many days ahead, the weekday identifies the day. */
const WEEKDAY_DAYS = 6;
/** Beyond this many days ahead, a date without its year would be ambiguous. */
const YEAR_DAYS = 300;

/**
 * Formats a moment relative to now: near ones by day and time, distant ones with the date.
 * @param at ms since the epoch
 * @param now ms since the epoch
 * @param time the formatted time of day
 */
export function formatMoment(
  at: number,
  now: number,
  timeZone: string,
  locale: string,
  when: When,
  time: string,
  weekday: "short" | "long",
): string {
  const zone = zoneOf(timeZone);
  const civilDay = (t: number): number => Math.floor((t + (zone?.span(t).offset ?? 0)) / DAY_MS);
  const days = civilDay(at) - civilDay(now);
  const format = (options: Intl.DateTimeFormatOptions): string =>
    formatInstant(locale, zone === null ? "UTC" : timeZone, at, options);
  if (days === 0) return interpolate(locale, when.today, { time });
  if (days === 1) return interpolate(locale, when.tomorrow, { time, weekday: format({ weekday }) });
  if (days <= WEEKDAY_DAYS) return interpolate(locale, when.thisWeek, { time, weekday: format({ weekday }) });
  const month = weekday === "long" ? "long" : "short";
  const year = days > YEAR_DAYS ? ({ year: "numeric" } as const) : {};
  const date = format({ weekday, day: "numeric", month, ...year });
  // Some languages put words between weekday and day.
  return interpolate(locale, when.later, {
    time,
    date,
    weekday: format({ weekday }),
    day: format({ day: "numeric", month }),
  });
}
