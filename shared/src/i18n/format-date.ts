/** Formats dates and times by locale. Caches formatters, which are costly to create. */
import { DAY_MS, MINUTE_MS } from "../time/civil";

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

/** @param t ms since the epoch */
export function formatInstant(
  locale: string,
  timeZone: string,
  t: number,
  options: Intl.DateTimeFormatOptions,
): string {
  return withFirsts(locale, formatter(locale, { ...options, timeZone }).format(t));
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
): string => withFirsts(locale, formatter(locale, { ...options, timeZone }).formatRange(from, to));

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

/** 0 = Monday. */
export const formatWeekday = (locale: string, weekday: number): string =>
  // Day 4 after 1 January 1970, a Thursday, is a Monday.
  formatDay(locale, weekday + 4, { weekday: "long" });

/** 0 = January. */
export const formatMonth = (locale: string, month: number): string =>
  formatDay(locale, month * 31, { month: "long" });
