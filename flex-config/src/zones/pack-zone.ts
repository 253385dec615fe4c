import {
  DAY_MINUTES,
  dayOf,
  MINUTE_MS,
  weekday,
  yearOf,
  yearStart,
} from "@schedule-manager/shared/time/civil";
import { spansOf } from "@schedule-manager/shared/time/zone-table";

/** A clock change: minutes since the epoch, and the offset from then on, minutes east of UTC. */
export interface Onset {
  readonly at: number;
  readonly offset: number;
}

const yearOfOnset = ({ at }: Onset): number => yearOf(Math.floor(at / DAY_MINUTES));

/** Fewer years don't show from which date on a weekday is looked for. */
const MIN_YEARS = 8;

/** The yearly clock change, as `zone-table.ts` reads it, that makes exactly these onsets, one a year; null: none does. */
function yearlyOf(onsets: readonly Onset[]): string | null {
  const [one] = onsets;
  if (one === undefined) return null;
  const day = Math.floor(one.at / DAY_MINUTES);
  const minute = one.at - day * DAY_MINUTES;
  for (let back = 0; back < 7; back += 1) {
    const date = new Date((day - back) * DAY_MINUTES * MINUTE_MS);
    const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
    const holds = onsets.every((onset) => {
      const first = dayOf(yearOfOnset(onset), month, dayOfMonth) ?? NaN;
      const made = (first + ((weekday(day) - weekday(first) + 7) % 7)) * DAY_MINUTES + minute;
      return onset.at === made && onset.offset === one.offset;
    });
    if (holds) return [month, dayOfMonth, weekday(day), minute, one.offset].join(" ");
  }
  return null;
}

/** The yearly changes of the last years that are known, and how many onsets before they do not say. */
function yearlyRules(onsets: readonly Onset[], until: number): { yearly: string; before: number } | null {
  let found: ReturnType<typeof yearlyRules> = null;
  for (let years = MIN_YEARS; onsets.length >= years * 2; years += 1) {
    const before = onsets.length - years * 2;
    const recent = onsets.slice(before);
    if (recent.some((onset, index) => yearOfOnset(onset) !== until - years + Math.floor(index / 2))) break;
    const [first, second] = [0, 1].map((k) => yearlyOf(recent.filter((_, index) => index % 2 === k)));
    if (!first || !second) break;
    found = { yearly: `${until - years} ${first} ${second}`, before };
  }
  return found;
}

/**
 * A zone's changes as a line of `zone-data.ts` without its names. Throws when `spansOf`, which reads the line, does not
 * read these changes.
 * @param offset where the data begins, minutes east of UTC
 * @param from the first year of the data
 * @param until the year at whose beginning the data ends
 */
export function packZone(offset: number, onsets: readonly Onset[], from: number, until: number): string {
  const begin = yearStart(from) * DAY_MINUTES;
  const rules = yearlyRules(onsets, until);
  const minute = (at: number): string => (at - begin).toString(36);
  const changes = onsets.slice(0, rules?.before ?? onsets.length);
  const words = [offset, ...changes.flatMap((onset) => [minute(onset.at), onset.offset])].join(" ");
  const read = spansOf(from, until, words, rules?.yearly).map((span) => [span.from, span.offset]);
  const packed = [{ at: begin, offset }, ...onsets].map((onset) => [onset.at, onset.offset]);
  if (
    read.flat().join() !==
    packed
      .flat()
      .map((minutes) => minutes * MINUTE_MS)
      .join()
  )
    throw new Error(`These clock changes cannot be packed: ${JSON.stringify(onsets)}`);
  return rules === null ? words : `${words}|${rules.yearly}`;
}

/** Names of one region follow each other without it; `/Cuba` is a name without one. */
export function packNames(names: readonly string[]): string {
  let region: string | null = null;
  return [...names]
    .sort()
    .map((name) => {
      const end = name.lastIndexOf("/") + 1;
      const [before, last] = [name.slice(0, end), name.slice(end)];
      if (before === region) return last;
      region = before;
      return before === "" ? `/${last}` : name;
    })
    .join(" ");
}
