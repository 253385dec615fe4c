/** Converts the events of a calendar to rules of a schedule. */
import { parseDate } from "../../time/civil";
import type { IsoDate, Rule } from "../../model/model";
import type { CalendarEvent } from "./calendar-event";
import { type Clock, ianaClock } from "./clock";
import type { Clocks } from "./clocks";
import { DraftCollector } from "./draft-collector";
import type { ImportWarning } from "./import-warning";
import { masters } from "./masters";
import { forEachWithPauses, type Pause } from "./pause";
import { stableId } from "../configuration/stable-id";

export interface ImportOptions {
  /** The schedule's zone (IANA), which applies to whole days and floating times. */
  readonly timeZone: string;
  /** Today: listed days start here. */
  readonly from: IsoDate;
  /** Last listed day; default: ten years later. */
  readonly until?: IsoDate;
  /** Creates open rules instead of closed ones. */
  readonly isOpen?: boolean;
  /** Reason of closed rules; default: `holiday`. */
  readonly closedReason?: string;
}

export interface ImportedRules {
  readonly rules: readonly Rule[];
  readonly listed: readonly ImportWarning[];
}

const TEN_YEARS = 3653;

/** Turns events into rules. Everything that is not kept as it was is in `listed`. An unknown zone is a mistake of the caller. */
export async function rulesFromEvents(
  events: readonly CalendarEvent[],
  clocksFor: (floating: Clock) => Clocks,
  { timeZone, from, until, isOpen = false, closedReason = "holiday" }: ImportOptions,
  pause?: Pause,
): Promise<ImportedRules> {
  const target = ianaClock(timeZone);
  const first = parseDate(from);
  if (target === null || first === null) throw new Error(`No time zone ${timeZone}, or no date ${from}`);
  const last = (until === undefined ? null : parseDate(until)) ?? first + TEN_YEARS;
  const ordered = masters(events);
  const work = new DraftCollector(clocksFor(target), target, first, last);
  await forEachWithPauses(ordered.masters, (master) => work.add(master), pause);
  const drafts = await work.finish(pause);
  const taken = new Set<string>();
  const rules = drafts.map(({ name, identity, when }): Rule => ({
    id: stableId(name, identity, taken),
    name,
    isOpen,
    ...(isOpen ? {} : { closedReason }),
    ...when,
  }));
  const complaints = [...ordered.listed, ...work.listed].sort((a, b) => a.line - b.line);
  return { rules, listed: complaints };
}
