/** The events of a calendar, grouped by what the file says of them, so that people can choose what to import. */
import { sameName } from "../../model/names";
import type { CalendarEvent } from "./calendar-event";
import type { ImportWarning } from "./import-warning";
import { kindsOf } from "./kinds";
import { type Master, masters } from "./masters";

/** Events of one name in one group: a holiday of several years is one entry. */
export interface CalendarEntry {
  readonly id: string;
  /** Empty: the events have no name. */
  readonly name: string;
  readonly masters: readonly Master[];
  /** First day of the first event, civil day number; null: unknown. */
  readonly day: number | null;
}

/** Properties that all events of a group share. */
interface GroupTraits {
  readonly status: "cancelled" | "tentative" | null;
  readonly workday: boolean;
  /** false too where the file says it of every event: then it says nothing. */
  readonly free: boolean;
  readonly categories: readonly string[];
  /** By their descriptions, such as "Public holiday" or "Observance"; empty: unknown. */
  readonly kind: string;
}

export interface CalendarGroup extends GroupTraits {
  readonly id: string;
  readonly entries: readonly CalendarEntry[];
  /** Whether its events are imported unless somebody decides otherwise. */
  readonly isOn: boolean;
}

export interface GroupedCalendar {
  readonly groups: readonly CalendarGroup[];
  /** Older versions and duplicates, which no group contains. */
  readonly listed: readonly ImportWarning[];
}

const isOn = ({ status, free }: GroupTraits): boolean => status === null && !free;

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** Groups in the order of their size; those that are off come last. */
const inOrder = (a: CalendarGroup, b: CalendarGroup): number =>
  Number(b.isOn) - Number(a.isOn) || b.entries.length - a.entries.length;

interface OpenEntry {
  readonly name: string;
  readonly masters: Master[];
  day: number | null;
}

/** @param events of a whole file, with all versions of each */
export function groupCalendar(events: readonly CalendarEvent[]): GroupedCalendar {
  const { masters: all, listed } = masters(events);
  const counting = all.map(({ event }) => event).filter(({ cancelled }) => !cancelled);
  const freeSaysNothing = counting.every(({ free }) => free);
  const kinds = kindsOf(counting);
  const traitsOf = (event: CalendarEvent): GroupTraits => ({
    status: event.cancelled ? "cancelled" : event.tentative ? "tentative" : null,
    workday: event.workday,
    free: event.free && !freeSaysNothing,
    categories: event.categories,
    kind: kinds.get(event.note) ?? "",
  });
  const groups = new Map<string, { traits: GroupTraits; entries: Map<string, OpenEntry> }>();
  for (const master of all) {
    const { summary, line, start } = master.event;
    const traits = traitsOf(master.event);
    const key = JSON.stringify(traits);
    const group = groups.get(key) ?? { traits, entries: new Map<string, OpenEntry>() };
    groups.set(key, group);
    // Events without a name are named for their days, so each is an entry.
    const name = summary === "" ? `#${line}` : sameName(summary);
    const entry = group.entries.get(name) ?? { name: summary, masters: [], day: null };
    group.entries.set(name, entry);
    entry.masters.push(master);
    entry.day = earlier(entry.day, start?.day ?? null);
  }
  const finished = [...groups].map(([id, { traits, entries }]): CalendarGroup => ({
    id,
    ...traits,
    isOn: isOn(traits),
    entries: [...entries]
      .map(([name, entry]) => ({ id: JSON.stringify([id, name]), ...entry }))
      .sort((a, b) => (a.day ?? 0) - (b.day ?? 0)),
  }));
  return { groups: finished.sort(inOrder), listed };
}
