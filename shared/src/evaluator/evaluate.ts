import { DAY_MINUTES, DAY_MS, MINUTE_MS } from "../time/civil";
import type { CompiledSchedule, Segment } from "./compile";
import { type Decision, REASON_ERROR, REASON_MANUAL } from "../model/model";
import { MAX_INSTANT } from "../time/zone";

/** During a manual close. */
export const MANUAL: Decision = { isOpen: false, closedReason: REASON_MANUAL, ruleId: null };
/** No wall clock: the zone is unknown, or t is not a valid instant. */
export const ERROR: Decision = { isOpen: false, closedReason: REASON_ERROR, ruleId: null };

/**
 * The decision at a minute of a civil day (may be fractional), and the minutes of that day between which it
 * holds.
 */
export function decideCivilMinute(schedule: CompiledSchedule, day: number, minute: number): Segment {
  const { starts, decisions } = schedule.plan(day);
  let k = starts.length - 1;
  while (k > 0 && (starts[k] ?? 0) > minute) k -= 1;
  return { from: starts[k] ?? 0, to: starts[k + 1] ?? DAY_MINUTES, decision: decisions[k] ?? ERROR };
}

/**
 * The segment around t (ms since the epoch). Segments are contiguous: the next one starts at `to`.
 */
export function segmentAt(schedule: CompiledSchedule, t: number): Segment {
  const { manualUntil, zone } = schedule;
  // An empty segment contains no instant, so that the cache never returns it for another one.
  if (!(Math.abs(t) <= MAX_INSTANT)) return { from: t, to: t < 0 ? -MAX_INSTANT : Infinity, decision: ERROR };
  if (t < manualUntil) return { from: -MAX_INSTANT, to: manualUntil, decision: MANUAL };
  if (zone === null) return { from: manualUntil, to: Infinity, decision: ERROR };
  const span = zone.span(t);
  // Within an offset span, local = UTC + offset in both directions, so results are clamped to the span.
  const day = Math.floor((t + span.offset) / DAY_MS);
  const midnight = day * DAY_MS - span.offset;
  const { from, to, decision } = decideCivilMinute(schedule, day, (t - midnight) / MINUTE_MS);
  return {
    from: Math.max(manualUntil, span.from, midnight + from * MINUTE_MS),
    to: Math.min(span.to, midnight + to * MINUTE_MS),
    decision,
  };
}

/**
 * The decision of a schedule at an instant, with the deciding rule. Equal decisions of one rule are the same
 * object.
 * @param t ms since the epoch
 */
export function evaluate(schedule: CompiledSchedule, t: number): Decision {
  const { last } = schedule;
  if (last !== null && t >= last.from && t < last.to) return last.decision;
  const found = segmentAt(schedule, t);
  // Only valid instants are cached.
  if (Math.abs(t) <= MAX_INSTANT) schedule.last = found;
  return found.decision;
}
