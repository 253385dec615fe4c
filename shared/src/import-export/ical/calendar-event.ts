/** A VEVENT as plain values, before its conversion to rules. */

export type TimeZoneRef =
  | { readonly type: "utc" }
  /** A floating time: the schedule's zone applies. */
  | { readonly type: "floating" }
  | { readonly type: "tzid"; readonly tzid: string };

export type CalendarTime =
  /** Civil day number. */
  | { readonly type: "date"; readonly day: number }
  /** Civil day number and second of that day, in the zone. */
  | { readonly type: "time"; readonly day: number; readonly second: number; readonly zone: TimeZoneRef };

/** RFC 5545 3.3.6: days are calendar days, seconds are exact. */
export interface CalendarDuration {
  readonly days: number;
  readonly seconds: number;
}

export interface CalendarPeriod {
  readonly start: CalendarTime;
  readonly end: CalendarTime | CalendarDuration | null;
}

export interface CalendarEvent extends Omit<CalendarPeriod, "start"> {
  /** Line of its BEGIN in the file, from 1. */
  readonly line: number;
  readonly uid: string | null;
  readonly summary: string;
  readonly start: CalendarTime | null;
  /** As written: never expanded by a library. */
  readonly rrules: readonly string[];
  readonly exrules: readonly string[];
  readonly exDates: readonly CalendarTime[];
  readonly rDates: readonly CalendarPeriod[];
  readonly recurrenceId: { readonly time: CalendarTime; readonly thisAndFuture: boolean } | null;
  readonly cancelled: boolean;
  readonly tentative: boolean;
  readonly sequence: number;
  /** LAST-MODIFIED or DTSTAMP as written, to compare versions; empty: neither. */
  readonly modified: string;
  /** Outlook's flag for whole days, whatever the times are. */
  readonly allDay: boolean;
  readonly categories: readonly string[];
  /** The first line of the description: many holiday calendars write the kind of day there. */
  readonly note: string;
  /** Does not take up time: TRANSP:TRANSPARENT, or shown as free in Outlook. */
  readonly free: boolean;
  /** A make-up working day, by its own words or Apple's flag. */
  readonly workday: boolean;
}

export const isDuration = (end: CalendarTime | CalendarDuration): end is CalendarDuration => "seconds" in end;
