import { DAY_MS, MINUTE_MS } from "../time/civil";
import type { CompiledSchedule, Segment } from "./compile";
import { type Decision, REASON_ERROR, REASON_MANUAL } from "../model/model";
import { MAX_INSTANT, type OffsetSpan } from "../time/zone";

/** While a manual close lasts. */
export const MANUAL: Decision = { isOpen: false, closedReason: REASON_MANUAL, ruleId: null };
/** Where there is no wall clock to ask: the zone is unknown, or t is no instant. */
export const ERROR: Decision = { isOpen: false, closedReason: REASON_ERROR, ruleId: null };

/** The decision of a civil day's minute (may be a fraction), and between which minutes of that day it holds. */
export function decideCivilMinute(schedule: CompiledSchedule, day: number, minute: number): Segment {
  const { starts, decisions } = schedule.plan(day);
  let k = starts.length - 1;
  while (k > 0 && (starts[k] ?? 0) > minute) k -= 1;
  return { from: starts[k] ?? 0, to: starts[k + 1] ?? DAY_MS / MINUTE_MS, decision: decisions[k] ?? ERROR };
}

/**
 * A piece of time around t (ms since the epoch) in which the decision is one and the same. Pieces follow each
 * other without gaps: the next one is at `to`.
 * @param spanOf how to ask the zone: `at` answers a single instant sooner
 */
export function segmentAt(schedule: CompiledSchedule, t: number, spanOf: "at" | "span" = "span"): Segment {
  const { manualUntil, zone } = schedule;
  // A piece that no instant lies in: it must not answer for others when it is remembered.
  if (!(Math.abs(t) <= MAX_INSTANT)) return { from: t, to: t < 0 ? -MAX_INSTANT : Infinity, decision: ERROR };
  if (t < manualUntil) return { from: -MAX_INSTANT, to: manualUntil, decision: MANUAL };
  if (zone === null) return { from: manualUntil, to: Infinity, decision: ERROR };
  const span: OffsetSpan = zone[spanOf](t);
  // Inside a span, local = UTC + offset holds both ways; so local is never turned into UTC across its ends.
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
 * What a schedule is at an instant, and which rule says so. Equal answers of one rule are the same object.
 * @param t ms since the epoch
 */
export function evaluate(schedule: CompiledSchedule, t: number): Decision {
  const { last } = schedule;
  if (last !== null && t >= last.from && t < last.to) return last.decision;
  const found = segmentAt(schedule, t, "at");
  schedule.last = found;
  return found.decision;
}
