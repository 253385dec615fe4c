import { type CalendarEvent, type CalendarPeriod, type CalendarTime, isDuration } from "./calendar-event";
import type { Component } from "./components";
import { type ImportWarning, importWarning } from "./import-warning";
import { Properties, type ReadProperty } from "./properties";
import { readTraits } from "./read-traits";
import { readDuration, readPeriod, readTime } from "./read-times";

/** Where every time of an event is declared as a date and is midnight, the day was meant. */
const isMidnight = (time: CalendarTime): boolean => time.type === "date" || time.second === 0;

const asDate = (time: CalendarTime): CalendarTime => ({ type: "date", day: time.day });

/** A time without a zone, beside a start that has one, is meant in that. */
const inZoneOf = (start: CalendarTime | null, time: CalendarTime): CalendarTime =>
  start?.type === "time" && time.type === "time" && time.zone.type === "floating"
    ? { ...time, zone: start.zone }
    : time;

/** DTSTART and DTEND; `dateWithTime`: a line that is declared as a date and has a time of day. */
function readEnds(properties: Properties): {
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  readonly dateWithTime: number | null;
} {
  const ends = (["DTSTART", "DTEND"] as const).map((name) => properties.read(name, readTime)[0]);
  const given = ends.filter((each) => each !== undefined);
  const declared = given.filter(({ value, property }) => property.isDate && value.type === "time");
  const days = declared.length > 0 && given.every(({ value }) => isMidnight(value));
  const [start = null, end = null] = ends.map((each) =>
    each === undefined ? null : days ? asDate(each.value) : each.value,
  );
  return {
    start,
    end: end && inZoneOf(start, end),
    dateWithTime: days ? null : (declared[0]?.property.line ?? null),
  };
}

const MAX_QUOTE = 80;

/** Parses a VEVENT. Lists everything that could not be parsed. */
export function readEvent(
  component: Component,
  read: ReadProperty,
): { readonly event: CalendarEvent; readonly listed: readonly ImportWarning[] } {
  const properties = new Properties(component, read);
  const { start, end, dateWithTime } = readEnds(properties);
  const here = (time: CalendarTime): CalendarTime => inZoneOf(start, time);
  const [duration] = properties.read("DURATION", readDuration);
  const [recurrence] = properties.read("RECURRENCE-ID", readTime);
  const sequence = Number(properties.text("SEQUENCE"));
  const event: CalendarEvent = {
    line: component.line,
    uid: properties.text("UID") || null,
    summary: properties.text("SUMMARY").replace(/\s+/g, " "),
    start,
    end: end ?? duration?.value ?? null,
    rrules: properties.all("RRULE"),
    exrules: properties.all("EXRULE"),
    exDates: properties.read("EXDATE", readTime).map(({ value }) => here(value)),
    rDates: properties.read("RDATE", readPeriod).map(({ value }): CalendarPeriod => {
      const to = value.end === null || isDuration(value.end) ? value.end : here(value.end);
      return { start: here(value.start), end: to };
    }),
    recurrenceId:
      recurrence === undefined
        ? null
        : { time: here(recurrence.value), thisAndFuture: recurrence.property.range === "THISANDFUTURE" },
    ...readTraits(properties),
    sequence: Number.isFinite(sequence) ? sequence : 0,
    modified: properties.text("LAST-MODIFIED") || properties.text("DTSTAMP"),
    allDay: properties.text("X-MICROSOFT-CDO-ALLDAYEVENT").toUpperCase() === "TRUE",
  };
  const complaints = properties.unreadable.map(({ line, text }) =>
    importWarning({ ...event, line }, "line-unreadable", { text: text.slice(0, MAX_QUOTE) }),
  );
  if (dateWithTime !== null)
    complaints.push(importWarning({ ...event, line: dateWithTime }, "date-with-time"));
  if (!component.complete) complaints.push(importWarning(event, "unfinished"));
  return { event, listed: complaints };
}
