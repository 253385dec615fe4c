import type { CalendarEvent } from "./calendar-event";
import { type ImportWarning, importWarning } from "./import-warning";

/** An event with its changed occurrences. */
export interface Master {
  readonly event: CalendarEvent;
  readonly overrides: readonly CalendarEvent[];
}

const sameThing = (event: CalendarEvent): string =>
  JSON.stringify([event.summary, event.start, event.end, event.rrules]);

/** Identifies an occurrence of a series; events without a UID are all different. */
const instanceOf = (event: CalendarEvent, index: number): string =>
  event.uid === null ? `#${index}` : JSON.stringify([event.uid, event.recurrenceId?.time ?? null]);

function grouped<T>(items: readonly T[], keyOf: (item: T, index: number) => string): readonly T[][] {
  const groups = new Map<string, T[]>();
  items.forEach((item, index) => {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}

/** A series with its changed occurrences, and separate events with the same UID. */
function mastersOf(events: readonly CalendarEvent[]): Master[] {
  const own = events.filter((event) => event.recurrenceId === null);
  const overrides = events.filter((event) => event.recurrenceId !== null);
  const series = own.find((event) => event.rrules.length > 0 || event.rDates.length > 0);
  // Changed occurrences of a series that the file lacks are separate events.
  const alone = (series === undefined ? events : own.filter((event) => event !== series)).map((event) => ({
    event,
    overrides: [],
  }));
  return series === undefined ? alone : [{ event: series, overrides }, ...alone];
}

/**
 * Whether `other` is a newer version of an event (RFC 5546 2.1.5): by SEQUENCE, and by when it was written where they
 * begin at the same time. Different events under one UID, a mistake that some programs make, begin at different ones.
 */
const isOlder = (event: CalendarEvent, other: CalendarEvent): boolean =>
  event.sequence < other.sequence ||
  (event.sequence === other.sequence &&
    event.modified < other.modified &&
    JSON.stringify(event.start) === JSON.stringify(other.start));

/** Most versions compared pairwise; among more, SEQUENCE alone decides. */
const MAX_COMPARED = 50;

/**
 * Orders events by UID. Of several versions of one event the newest counts; the same one twice counts once; different
 * events under one UID all count.
 */
export function masters(events: readonly CalendarEvent[]): {
  readonly masters: readonly Master[];
  readonly listed: readonly ImportWarning[];
} {
  const complaints: ImportWarning[] = [];
  const current = grouped(events, instanceOf).flatMap((versions) => {
    const newest = versions.reduce((most, { sequence }) => Math.max(most, sequence), 0);
    const compared = versions.length > MAX_COMPARED ? [] : versions;
    const seen = new Set<string>();
    return versions.filter((event) => {
      const thing = sameThing(event);
      const old = event.sequence < newest || compared.some((other) => isOlder(event, other));
      const counts = !old && !seen.has(thing);
      if (!counts) complaints.push(importWarning(event, old ? "superseded" : "duplicate"));
      if (counts) seen.add(thing);
      return counts;
    });
  });
  const found = grouped(current, (event, index) => event.uid ?? `#${index}`).flatMap(mastersOf);
  return { masters: found, listed: complaints };
}
