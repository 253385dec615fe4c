import { DAY_MS } from "../time/civil";
import type { CompiledSchedule } from "./compile";
import { evaluate, segmentAt } from "./evaluate";
import type { Change, Decision, Status } from "../model/model";

/** How far ahead changes are searched. */
export const SEARCH_DAYS = 400;

export const sameStatus = (a: Status, b: Status): boolean =>
  a.isOpen === b.isOpen && a.closedReason === b.closedReason;

/** The first segment that starts after t, at most 400 days later, and satisfies `wanted`. */
function search(schedule: CompiledSchedule, t: number, wanted: (decision: Decision) => boolean): Change {
  const searchedTo = t + SEARCH_DAYS * DAY_MS;
  for (let at = segmentAt(schedule, t).to; at <= searchedTo;) {
    const { to, decision } = segmentAt(schedule, at);
    if (wanted(decision)) return { at, to: decision };
    if (!(to > at)) break;
    at = to;
  }
  return { at: null, searchedTo };
}

/**
 * The first instant after t at which the status (isOpen, closedReason) differs, and the new decision.
 * @param t ms since the epoch
 */
export function nextChange(schedule: CompiledSchedule, t: number): Change {
  const now = evaluate(schedule, t);
  return search(schedule, t, (decision) => !sameStatus(decision, now));
}

/**
 * The first instant after t at which the schedule opens or closes. Changes between two closed reasons do not
 * count.
 * @param t ms since the epoch
 */
export function nextOpenChange(schedule: CompiledSchedule, t: number): Change {
  const now = evaluate(schedule, t);
  return search(schedule, t, ({ isOpen }) => isOpen !== now.isOpen);
}

/** The first instant from t (ms since the epoch; t itself while open) at which the schedule is open. */
export function nextOpen(
  schedule: CompiledSchedule,
  t: number,
): { readonly at: number } | { readonly at: null; readonly searchedTo: number } {
  if (evaluate(schedule, t).isOpen) return { at: t };
  const change = nextOpenChange(schedule, t);
  return change.at === null ? change : { at: change.at };
}
