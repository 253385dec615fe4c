import type { CompiledSchedule } from "./compile";
import { segmentAt } from "./evaluate";
import type { Interval } from "../model/model";
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
