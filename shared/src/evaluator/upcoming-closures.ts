import { DAY_MS, MINUTE_MS } from "../time/civil";
import type { Rule, Schedule } from "../model/model";
import { zoneOf } from "../time/zone";
import { SEARCH_DAYS } from "./next-change";
import { type Opening, scheduleDays, type SpecialDay } from "./special-days";

/** Consecutive days that differ from a schedule's ordinary week in the same way. */
export interface UpcomingClosure {
  /** Civil day numbers, both inclusive; `to` null: the end is beyond the search. */
  readonly from: number;
  readonly to: number | null;
  /** The openings that begin on each of the days; empty: closed. */
  readonly opens: readonly Opening[];
  /** The reason of the closed part of the ordinary hours; `""`: no part of them is closed. */
  readonly closedReason: string;
  /** The rules that cause it; empty when ordinary rules exclude the days themselves. */
  readonly ruleIds: readonly string[];
}

const sameKind = (a: SpecialDay, b: SpecialDay | null): boolean =>
  b !== null &&
  a.closedReason === b.closedReason &&
  a.opens.length === b.opens.length &&
  a.opens.every(({ from, to }, index) => from === b.opens[index]?.from && to === b.opens[index]?.to);

/**
 * The next days on which a schedule differs from its ordinary week, up to 400 days ahead and including those that have
 * begun. The ordinary week consists of the open rules without an exception and of every rule that recurs weekly without
 * an end. A manual close is not included.
 * @param t ms since the epoch
 */
export function upcomingClosures(
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  t: number,
  limit: number,
): UpcomingClosure[] {
  const zone = zoneOf(schedule.timeZone);
  if (zone === null || !Number.isFinite(t)) return [];
  const local = t + zone.span(t).offset;
  const today = Math.floor(local / DAY_MS);
  const minute = (local - today * DAY_MS) / MINUTE_MS;
  const { special: specialOn } = scheduleDays(schedule, rulesById);
  const last = today + SEARCH_DAYS;
  const found: UpcomingClosure[] = [];
  for (let day = today; day <= last && found.length < limit;) {
    const special = specialOn(day);
    if (special === null) {
      day += 1;
      continue;
    }
    const run: SpecialDay[] = [special];
    const next = (): SpecialDay | null => (day + run.length <= last ? specialOn(day + run.length) : null);
    for (let more = next(); more !== null && sameKind(special, more); more = next()) run.push(more);
    const lies = run.some(({ until }, index) => until > (index === 0 && day === today ? minute : 0));
    let from = day;
    while (day === today && from > today - SEARCH_DAYS && sameKind(special, specialOn(from - 1))) from -= 1;
    const end = day + run.length;
    const ruleIds = [...new Set(run.flatMap((each) => each.ruleIds))];
    const { opens, closedReason } = special;
    if (lies) found.push({ from, to: end > last ? null : end - 1, opens, closedReason, ruleIds });
    day = end;
  }
  return found;
}
