import type { CompiledSchedule } from "./compile";
import { segmentAt } from "./evaluate";
import type { Decision, Interval } from "../model/model";
import { DAY_MS } from "../time/civil";
import { MAX_RANGE_DAYS } from "./range";
import { sameStatus } from "./next-change";

function walk(
  schedule: CompiledSchedule,
  from: number,
  to: number,
  same: (a: Interval, b: Interval) => boolean,
): Interval[] {
  const intervals: Interval[] = [];
  for (let at = from; at < to;) {
    const segment = segmentAt(schedule, at);
    const end = Math.min(to, segment.to);
    if (!(end > at)) break;
    const next: Interval = { from: at, to: end, ...segment.decision };
    const last = intervals[intervals.length - 1];
    if (last !== undefined && same(last, next)) intervals[intervals.length - 1] = { ...last, to: end };
    else intervals.push(next);
    at = end;
  }
  return intervals;
}

/**
 * Contiguous intervals of a range, in order, each with one status (isOpen, closedReason). `ruleId` is the rule
 * that decides at the start of the interval.
 * @param from ms since the epoch
 * @param to ms since the epoch, exclusive
 */
export const timeline = (schedule: CompiledSchedule, from: number, to: number): Interval[] =>
  walk(schedule, from, to, sameStatus);

/** Like `timeline`, but also starts a new interval where another rule decides. */
export const timelineByRule = (schedule: CompiledSchedule, from: number, to: number): Interval[] =>
  walk(schedule, from, to, (a, b) => sameStatus(a, b) && a.ruleId === b.ruleId);

/**
 * When the interval around t begins, however early, as `timelineByRule` cuts them; null: it has been so for a century.
 * @param t ms since the epoch
 */
export function intervalBegin(
  schedule: CompiledSchedule,
  t: number,
  same: (a: Decision, b: Decision) => boolean,
): number | null {
  const { decision } = segmentAt(schedule, t);
  for (let at = t; at > t - MAX_RANGE_DAYS * DAY_MS;) {
    const segment = segmentAt(schedule, at);
    if (!same(segment.decision, decision)) return at + 1;
    at = segment.from - 1;
  }
  return null;
}
