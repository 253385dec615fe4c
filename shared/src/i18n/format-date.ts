/**
 * Formats dates and times by locale. Caches formatters, which are costly to create. Local times are those of the shipped
 * zone data, not of the runtime's: Intl formats the wall clock as if it were UTC.
 */
import { memoize } from "../collections/memoize";
import { DAY_MS, MINUTE_MS } from "../time/civil";
import { MAX_INSTANT, zoneOf } from "../time/zone";
import { offsetReader } from "../time/zone-offset";

const formatters = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATTERS = 500;

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let known = formatters.get(key);
  if (known === undefined) {
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    // Rules use the Gregorian calendar, so text does too, even where another calendar is customary.
    known = new Intl.DateTimeFormat(locale, { calendar: "gregory", ...options });
    formatters.set(key, known);
  }
  return known;
}

/** French and Portuguese write the first of a month as an ordinal number, which Intl does not do. */
const FIRSTS: Readonly<Record<string, readonly [RegExp, string]>> = {
  fr: [/(?<!\d)1 (?=janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/g, "1er "],
  pt: [/(?<!\d)1 (?=de (?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez))/g, "1º "],
};

function withFirsts(locale: string, text: string): string {
  const first = FIRSTS[locale.slice(0, 2)];
  return first === undefined ? text : text.replace(...first);
}

const UTC = "UTC";
const HOUR_MINUTES = 60;
const MAX_ZONES = 1000;

const offsetAt = (timeZone: string, t: number): number => zoneOf(timeZone)?.span(t).offset ?? 0;

/** The instant at which a clock in UTC shows the local time of `t`. */
const wallClock = (timeZone: string, t: number): number =>
  Math.min(MAX_INSTANT, Math.max(-MAX_INSTANT, t + offsetAt(timeZone, t)));

const runtimeOffset = memoize(MAX_ZONES, (timeZone: string) => offsetReader(timeZone) ?? (() => NaN));

const zoneNameIn = (format: Intl.DateTimeFormat): string =>
  format.formatToParts(0).find(({ type }) => type === "timeZoneName")?.value ?? "";

/** `GMT-7`, `UTC+5:30`, as the locale writes an offset (ms). */
function offsetName(locale: string, offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  const hours = Math.floor(minutes / HOUR_MINUTES);
  // The signs of these names are those of west, not of east.
  const timeZone = hours === 0 ? UTC : `Etc/GMT${offset < 0 ? "+" : "-"}${hours}`;
  const name = zoneNameIn(formatter(locale, { timeZone, timeZoneName: "shortOffset" }));
  const rest = minutes % HOUR_MINUTES;
  return rest === 0 ? name : `${name}:${String(rest).padStart(2, "0")}`;
}

/**
 * A moment by a zone's wall clock.
 * @param t ms since the epoch
 */
export function formatInstant(
  locale: string,
  timeZone: string,
  t: number,
  options: Intl.DateTimeFormatOptions,
): string {
  const { timeZoneName } = options;
  const offset = offsetAt(timeZone, t);
  // Names such as EST are Intl's, where its clock shows the same.
  if (timeZoneName === "short" && runtimeOffset(timeZone)(t) === offset)
    return withFirsts(locale, formatter(locale, { ...options, timeZone }).format(t));
  const shown = formatter(locale, { ...options, timeZone: UTC });
  const at = wallClock(timeZone, t);
  if (timeZoneName === undefined) return withFirsts(locale, shown.format(at));
  return withFirsts(locale, shown.format(at).replace(zoneNameIn(shown), offsetName(locale, offset)));
}

/**
 * Formats a range of instants; a shared day appears once.
 * @param from ms since the epoch
 * @param to ms since the epoch
 */
export const formatRange = (
  locale: string,
  timeZone: string,
  from: number,
  to: number,
  options: Intl.DateTimeFormatOptions,
): string =>
  withFirsts(
    locale,
    formatter(locale, { ...options, timeZone: UTC }).formatRange(
      wallClock(timeZone, from),
      wallClock(timeZone, to),
    ),
  );

/** A date in the locale's format, such as `31 Dec 2027`. */
export const DATE: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };

/** Formats a civil day number, such as `31 Dec 2027`. */
export const formatDay = (locale: string, day: number, options: Intl.DateTimeFormatOptions = DATE): string =>
  formatInstant(locale, "UTC", day * DAY_MS, options);

/** A time of day in the locale's format: `08:00`, `8:00 AM`. */
export const CLOCK: Intl.DateTimeFormatOptions = { timeStyle: "short" };

/** Formats a minute of day, such as `08:00` or `8:00 AM`; 1440 is midnight. */
export const formatMinute = (locale: string, minute: number): string =>
  formatInstant(locale, "UTC", minute * MINUTE_MS, CLOCK);

/** Formats minutes of day as a range, such as `08:00–17:00`; an end above 1440 is on the next day. */
export const formatTimes = (locale: string, start: number, end: number): string =>
  `${formatMinute(locale, start)}–${formatMinute(locale, end)}`;

/** 0 = Monday. */
export const formatWeekday = (locale: string, weekday: number): string =>
  // Day 4 after 1 January 1970, a Thursday, is a Monday.
  formatDay(locale, weekday + 4, { weekday: "long" });

/** 0 = Monday. Short, such as `Mon`. */
export const formatShortWeekday = (locale: string, weekday: number): string =>
  formatDay(locale, weekday + 4, { weekday: "short" });

/** 0 = Monday. As short as the language allows, such as `M`. */
export const formatNarrowWeekday = (locale: string, weekday: number): string =>
  formatDay(locale, weekday + 4, { weekday: "narrow" });

/** 0 = January. */
export const formatMonth = (locale: string, month: number): string =>
  formatDay(locale, month * 31, { month: "long" });
