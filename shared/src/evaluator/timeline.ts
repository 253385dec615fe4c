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
    const piece = segmentAt(schedule, at);
    const end = Math.min(to, piece.to);
    if (!(end > at)) break;
    const next: Interval = { from: at, to: end, ...piece.decision };
    const last = intervals[intervals.length - 1];
    if (last !== undefined && same(last, next)) intervals[intervals.length - 1] = { ...last, to: end };
    else intervals.push(next);
    at = end;
  }
  return intervals;
}

/**
 * All of a range, in order and without gaps, each interval with one status (isOpen, closedReason); `ruleId` is
 * the rule that decides where the interval begins.
 * @param from ms since the epoch
 * @param to ms since the epoch, not part of the range
 */
export const timeline = (schedule: CompiledSchedule, from: number, to: number): Interval[] =>
  walk(schedule, from, to, sameStatus);

/** As `timeline`, but a new interval begins wherever another rule decides. */
export const timelineByRule = (schedule: CompiledSchedule, from: number, to: number): Interval[] =>
  walk(schedule, from, to, (a, b) => sameStatus(a, b) && a.ruleId === b.ruleId);
