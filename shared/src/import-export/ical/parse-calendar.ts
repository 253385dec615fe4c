import { parseDate } from "../../time/civil";
import type { CalendarEvent } from "./calendar-event";
import { type Clock, ianaClock } from "./clock";
import { type Clocks, makeClocks } from "./clocks";
import { type Component, components } from "./components";
import { contentLines, valueOf } from "./content-lines";
import { decodeCalendar } from "./decode";
import { type ImportWarning, importWarning } from "./import-warning";
import { eachItem, runAtOnce, type RunSteps } from "./steps";
import type { ReadProperty } from "./properties";
import { readEvent } from "./read-event";
import { type ImportedRules, type ImportOptions, rulesFromEvents } from "./rules-from-events";
import { zoneTimes } from "./zone-times";

/** Characters or bytes. The largest holiday calendars have a tenth of that. */
const MAX_CALENDAR_SIZE = 5 * 1024 * 1024;
const MAX_EVENTS = 20_000;

export type CalendarProblem = "too-large" | "not-a-calendar" | "too-many-events" | "no-events";

export type ImportedCalendar =
  | { readonly ok: false; readonly code: CalendarProblem }
  | ({ readonly ok: true; readonly calendarName: string; readonly timeZone: string | null } & ImportedRules);

// `Array.isArray` narrows to `any[]`.
const isList: (value: unknown) => value is readonly unknown[] = Array.isArray;

/** Loads ical.js when a calendar is read, so that other browsers never load it. */
async function propertyReader(): Promise<ReadProperty> {
  const { default: ICAL } = await import("ical.js");
  return (text) => {
    const property: unknown = ICAL.parse.property(text);
    if (!isList(property)) throw new Error("Not a property");
    return property;
  };
}

const TIME_ZONE = "VTIMEZONE";
const EVENT = "VEVENT";

/** An unescaped text property of the calendar itself. */
const propertyOf = (calendar: Component | undefined, name: string): string =>
  valueOf(calendar?.lines.find((line) => line.name === name)?.text ?? "").replace(/\\([,;\\])/g, "$1");

/** The events and zones of all calendars in a file, and events outside a calendar. */
function contents(file: readonly Component[]): readonly Component[] {
  return file.flatMap((component) => (component.name === "VCALENDAR" ? component.children : [component]));
}

/** A parsed calendar file, independent of any schedule. */
export interface ParsedCalendar {
  readonly ok: true;
  readonly calendarName: string;
  readonly timeZone: string | null;
  readonly events: readonly CalendarEvent[];
  /** The VTIMEZONE components. */
  readonly zones: readonly Component[];
  readonly listed: readonly ImportWarning[];
}

type NotACalendar = Extract<ImportedCalendar, { ok: false }>;

/** Parses a calendar file (iCalendar, RFC 5545, or vCalendar 1.0). */
export async function parseCalendar(
  input: string | Uint8Array,
  run: RunSteps = runAtOnce,
): Promise<ParsedCalendar | NotACalendar> {
  if (input.length > MAX_CALENDAR_SIZE) return { ok: false, code: "too-large" };
  const text = typeof input === "string" ? input : decodeCalendar(input);
  const file = components(contentLines(text));
  const calendar = file.find((component) => component.name === "VCALENDAR");
  const parts = contents(file);
  const own = parts.filter(({ name }) => name === EVENT);
  if (calendar === undefined && own.length === 0) return { ok: false, code: "not-a-calendar" };
  if (own.length > MAX_EVENTS) return { ok: false, code: "too-many-events" };
  if (parts.length === 0) return { ok: false, code: "no-events" };

  const read = await propertyReader();
  const events: CalendarEvent[] = [];
  const listed: ImportWarning[] = [];
  const readPart = (component: Component): void => {
    if (component.name === TIME_ZONE) return;
    const { event, listed: found } = readEvent(component, read);
    if (component.name !== EVENT) {
      listed.push(importWarning(event, "not-an-event", { component: component.name }));
      return;
    }
    for (const warning of found) listed.push(warning);
    if (component.complete) events.push(event);
  };
  await run(eachItem(parts, readPart));
  const timeZone = propertyOf(calendar, "X-WR-TIMEZONE");
  return {
    ok: true,
    calendarName: propertyOf(calendar, "X-WR-CALNAME"),
    timeZone: ianaClock(timeZone) === null ? null : timeZone,
    events,
    zones: parts.filter(({ name }) => name === TIME_ZONE),
    listed,
  };
}

/** Converts the events of a calendar to rules. `listed` names everything that is dropped. */
export async function rulesFromCalendar(
  { events, zones, listed, calendarName, timeZone }: ParsedCalendar,
  options: ImportOptions,
  run: RunSteps = runAtOnce,
): Promise<Extract<ImportedCalendar, { ok: true }>> {
  const warnings = [...listed];
  const times = zoneTimes(events, parseDate(options.from) ?? 0);
  const differ = (own: Component, zone: string): void => {
    warnings.push(importWarning({ line: own.line, uid: null, summary: zone }, "zone-differs", { zone }));
  };
  const clocksFor = (floating: Clock): Clocks => makeClocks(zones, floating, times, differ);
  const imported = await run(rulesFromEvents(events, clocksFor, options));
  return {
    ok: true,
    calendarName,
    timeZone,
    rules: imported.rules,
    listed: [...warnings, ...imported.listed].sort((a, b) => a.line - b.line),
  };
}
