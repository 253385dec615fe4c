import { localDay } from "../time/local-day";
import { zoneOf } from "../time/zone";
import { formatInstant } from "./format-date";
import { interpolate } from "./interpolate";
import type { When } from "./messages/messages";

/** Up to this many days ahead, the weekday identifies the day. */
const WEEKDAY_DAYS = 6;
/** Beyond this many days ahead, a date without its year would be ambiguous. */
const YEAR_DAYS = 300;

/**
 * The parts of a date for a template. Some languages put words between weekday and day.
 * @param at ms since the epoch
 * @param days from now to the date
 */
export function dateWords(
  at: number,
  days: number,
  timeZone: string,
  locale: string,
  weekday: "short" | "long",
): { readonly date: string; readonly weekday: string; readonly day: string } {
  const format = (options: Intl.DateTimeFormatOptions): string =>
    formatInstant(locale, timeZone, at, options);
  const month = weekday === "long" ? "long" : "short";
  const year = days > YEAR_DAYS ? ({ year: "numeric" } as const) : {};
  return {
    date: format({ weekday, day: "numeric", month, ...year }),
    weekday: format({ weekday }),
    day: format({ day: "numeric", month, ...year }),
  };
}

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
  const days = localDay(timeZone, at) - localDay(timeZone, now);
  const words = dateWords(at, days, zone === null ? "UTC" : timeZone, locale, weekday);
  const near = days === 0 ? "today" : days === 1 ? "tomorrow" : days <= WEEKDAY_DAYS ? "thisWeek" : "later";
  return interpolate(locale, when[near], { time, ...words });
}
