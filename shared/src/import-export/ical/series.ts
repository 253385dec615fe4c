/** A recurring event in parts: as it began, and as it goes on from each THISANDFUTURE (RFC 5545 3.8.4.4). */
import { nextOccurrence } from "../../evaluator/next-occurrence";
import { formatDate } from "../../time/civil";
import type { CalendarEvent, CalendarTime } from "./calendar-event";
import type { Clock } from "./clock";
import type { Clocks } from "./clocks";
import { readRecurrence, recurringBetween } from "./read-recurrence";
import { readRecurrenceText } from "./recurrence-text";
import type { ImportWarningCode, ImportWarning } from "./import-warning";
import type { Recurring } from "./shift-rrule";
import { isProblem, occurrenceDay, type Times, timesOf } from "./stretch";

/** Lists a warning about an event. */
export type List = (event: CalendarEvent, code: ImportWarningCode, params?: ImportWarning["params"]) => void;

const MAX_QUOTE = 80;
/** So many of its days name a recurrence that other programs read in another way. */
const EXAMPLES = 3;

function examples({ days, start }: Recurring): string {
  const named: string[] = [];
  for (
    let day = nextOccurrence(days, start);
    day !== null && named.length < EXAMPLES;
    day = nextOccurrence(days, day + 1)
  )
    named.push(formatDate(day));
  return named.join(", ");
}

/** The recurrences of an event; null: one is refused, so its single days are not imported either. */
export function readSeries(event: CalendarEvent, times: Times, list: List): readonly Recurring[] | null {
  const found: Recurring[] = [];
  let refused = false;
  for (const raw of event.rrules) {
    const { text, mended, second } = readRecurrenceText(raw, times.wholeDays ? null : times.start.second);
    if (text === "") {
      list(event, "recurrence-empty");
      continue;
    }
    // A recurrence at another time of day than its event's is none that days can say.
    const read = readRecurrence(second === null || second === times.start.second ? text : raw, times);
    if (!read.ok) {
      const { code, part = "", value = raw.slice(0, MAX_QUOTE) } = read.problem;
      list(event, "rrule-refused", { problem: code, part, value });
      refused = true;
      continue;
    }
    const { recurring } = read;
    if (mended)
      list(event, "recurrence-mended", { was: raw.slice(0, MAX_QUOTE), value: text.slice(0, MAX_QUOTE) });
    if (
      recurring.parts.freq === "YEARLY" &&
      recurring.parts.monthDays.length > 0 &&
      recurring.parts.months === 0
    )
      list(event, "every-month", { value: examples(recurring) });
    found.push(recurring);
  }
  return refused ? null : found;
}

/** A part of a series, in days of the series' own clock. */
export interface SeriesPart {
  readonly event: CalendarEvent;
  readonly times: Times;
  readonly from: number;
  readonly to: number;
  readonly recurring: readonly Recurring[];
}

interface Change {
  readonly event: CalendarEvent;
  readonly day: number;
}

/** The part of a series that follows one change; null: none. */
function changedPart(
  { event, day }: Change,
  to: number,
  master: SeriesPart,
  { clocks, target, list }: { clocks: Clocks; target: Clock; list: List },
): SeriesPart | null {
  if (event.cancelled) return null;
  const times = timesOf({ ...event, end: event.end ?? master.event.end }, clocks, target);
  if (isProblem(times)) {
    const { code, ...params } = times;
    list(event, code, params);
    return null;
  }
  const summary = event.summary || master.event.summary;
  const named = { ...event, summary };
  if (event.rrules.length > 0) {
    const own = readSeries(event, times, list) ?? [];
    const last = to + times.start.day - day;
    const recurring = own.flatMap((each) => recurringBetween(each, -Infinity, last) ?? []);
    return { event: named, times, from: day, to, recurring };
  }
  const recurring = master.recurring.flatMap((each) => recurringBetween(each, day, to) ?? []);
  return { event: named, times: { ...times, origin: day }, from: day, to, recurring };
}

/**
 * @param master the whole series
 */
export function seriesParts(
  master: SeriesPart,
  overrides: readonly CalendarEvent[],
  context: { readonly clocks: Clocks; readonly target: Clock; readonly list: List },
): readonly SeriesPart[] {
  const recurs = (day: number): boolean => master.recurring.some(({ days }) => days.has(day));
  const changes = overrides
    .flatMap((event): Change[] => {
      if (event.recurrenceId?.thisAndFuture !== true) return [];
      const day = occurrenceDay(event.recurrenceId.time, master.times, context.clocks, recurs);
      if (day === null) context.list(event, "this-and-future");
      return day === null ? [] : [{ event, day }];
    })
    .sort((a, b) => a.day - b.day);
  const [first] = changes;
  if (first === undefined) return [master];
  const before = first.day - 1;
  const begun = {
    ...master,
    to: before,
    recurring: master.recurring.flatMap((each) => recurringBetween(each, -Infinity, before) ?? []),
  };
  const changed = changes.flatMap(
    (change, index) => changedPart(change, (changes[index + 1]?.day ?? Infinity) - 1, master, context) ?? [],
  );
  return [begun, ...changed];
}

/** The day of the series whose occurrence starts at a time, in any part; null: none. */
export function dayInSeries(time: CalendarTime, parts: readonly SeriesPart[], clocks: Clocks): number | null {
  for (const { times, recurring } of parts) {
    const recurs = (day: number): boolean => recurring.some(({ days }) => days.has(day));
    const day = occurrenceDay(time, times, clocks, recurs);
    if (day !== null) return day;
  }
  return null;
}
