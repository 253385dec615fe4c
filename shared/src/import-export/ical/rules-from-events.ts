/** Converts the events of a calendar to rules of a schedule. */
import { parseDate } from "../../time/civil";
import { type IsoDate, REASON_HOLIDAY, type Rule } from "../../model/model";
import type { CalendarEvent } from "./calendar-event";
import { type Clock, ianaClock } from "./clock";
import type { Clocks } from "./clocks";
import { DraftCollector } from "./draft-collector";
import type { ImportWarning } from "./import-warning";
import { masters } from "./masters";
import { eachItem, type Steps } from "./steps";
import { stableId } from "../configuration/stable-id";

export interface ImportOptions {
  /** The schedule's zone (IANA), which applies to whole days and floating times. */
  readonly timeZone: string;
  /** Today: listed days start here. */
  readonly from: IsoDate;
  /** Last listed day; default: ten years later. */
  readonly until?: IsoDate;
  /** Creates open rules instead of closed ones: of all events, or of these. */
  readonly opens?: "all" | ReadonlySet<CalendarEvent>;
  /** Reason of closed rules; default: `holiday`. */
  readonly closedReason?: string;
}

export interface ImportedRules {
  readonly rules: readonly Rule[];
  readonly listed: readonly ImportWarning[];
}

const TEN_YEARS = 3653;

/** Converts events to rules. `listed` names every change and loss. Throws on an unknown zone, which callers check. */
export function* rulesFromEvents(
  events: readonly CalendarEvent[],
  clocksFor: (floating: Clock) => Clocks,
  { timeZone, from, until, opens, closedReason = REASON_HOLIDAY }: ImportOptions,
): Steps<ImportedRules> {
  const target = ianaClock(timeZone);
  const first = parseDate(from);
  if (target === null || first === null) throw new Error(`No time zone ${timeZone}, or no date ${from}`);
  const last = (until === undefined ? null : parseDate(until)) ?? first + TEN_YEARS;
  const ordered = masters(events);
  const clocks = clocksFor(target);
  const taken = new Set<string>();
  const rules: Rule[] = [];
  const complaints = [...ordered.listed];
  const isOpening = (event: CalendarEvent): boolean => opens === "all" || (opens?.has(event) ?? false);
  const closing = ordered.masters.filter(({ event }) => !isOpening(event));
  const opening = ordered.masters.filter(({ event }) => isOpening(event));
  for (const [isOpen, own] of [
    [false, closing],
    [true, opening],
  ] as const) {
    const work = new DraftCollector(clocks, target, first, last);
    yield* eachItem(own, (master) => work.add(master));
    // Make-up working days win over a closed weekend and over the holidays beside which they stand.
    const exception =
      opens !== "all" && isOpen && (closing.length > 0 || own.every(({ event }) => event.workday));
    for (const { name, identity, when } of yield* work.finish())
      rules.push({
        id: stableId(name, isOpen ? `open ${identity}` : identity, taken),
        name,
        isOpen,
        ...(isOpen ? {} : { closedReason }),
        ...(exception ? { exception } : {}),
        ...when,
      });
    complaints.push(...work.listed);
  }
  return { rules, listed: complaints.sort((a, b) => a.line - b.line) };
}
