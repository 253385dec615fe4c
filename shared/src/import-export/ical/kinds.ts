import type { CalendarEvent } from "./calendar-event";

/** Longer first lines are prose, not the name of a kind. */
const MAX_LENGTH = 60;
/** With more different notes than this, a note is only a kind where events of several names have it. */
const FEW = 12;

/** Whether a note can name a kind of day: short, and no address. */
const canBe = (note: string): boolean => note !== "" && note.length <= MAX_LENGTH && !note.includes("://");

/**
 * The kind of day that each note of a file stands for: itself, or "Public holiday …" for "Public holiday in Bavaria"
 * beside "Public holiday", as Google's calendars write holidays of some regions.
 */
export function kindsOf(events: readonly CalendarEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { note, summary } of events)
    // A note that repeats the name says nothing of its kind.
    if (note !== summary) names.set(note, (names.get(note) ?? new Set<string>()).add(summary));
  const firstWords = (note: string): string[] =>
    [...note.matchAll(/\s/g)].map(({ index }) => note.slice(0, index)).filter((words) => names.has(words));
  const kinds = new Map<string, string>();
  const namesOfKind = new Map<string, number>();
  for (const [note, { size }] of names) {
    const [shorter] = firstWords(note);
    if (!canBe(shorter ?? note)) continue;
    const kind = shorter === undefined ? note : `${shorter} …`;
    kinds.set(note, kind);
    namesOfKind.set(kind, (namesOfKind.get(kind) ?? 0) + size);
  }
  if (namesOfKind.size <= FEW) return kinds;
  return new Map([...kinds].filter(([, kind]) => (namesOfKind.get(kind) ?? 0) > 1));
}
