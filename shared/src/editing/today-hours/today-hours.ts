import { compileSchedule } from "../../evaluator/compile";
import { instantOf } from "../../evaluator/simulate";
import { timeline } from "../../evaluator/timeline";
import type { Rule, Schedule } from "../../model/model";
import { DAY_MINUTES, DAY_MS, MINUTE_MS } from "../../time/civil";
import type { TimeRange } from "../weekly-hours/hours";

/** The openings of the current day on a schedule's clock, without its manual close. */
export interface TodayHours {
  /** Civil day number. */
  readonly day: number;
  /** The current minute of the day. */
  readonly minute: number;
  /** Sorted. One that began yesterday starts at 0; one that ends tomorrow, within 24 hours, ends above 1440. */
  readonly openings: readonly TimeRange[];
}

/**
 * @param now ms since the epoch
 * @returns null: unknown zone
 */
export function todayHours(
  schedule: Schedule,
  rulesById: ReadonlyMap<string, Rule>,
  now: number,
): TodayHours | null {
  const compiled = compileSchedule({ ...schedule, manualClose: false }, rulesById);
  const { zone } = compiled;
  if (zone === null) return null;
  const local = (at: number): number => at + zone.span(at).offset;
  const day = Math.floor(local(now) / DAY_MS);
  const [from, to] = [
    instantOf(compiled, { day, minute: 0 }),
    instantOf(compiled, { day: day + 2, minute: 0 }),
  ];
  if (from === null || to === null) return null;
  const minuteOf = (at: number): number => Math.floor((local(at) - day * DAY_MS) / MINUTE_MS);
  const openings = timeline(compiled, from, to).flatMap((interval): readonly TimeRange[] => {
    const [start, end] = [Math.max(0, minuteOf(interval.from)), minuteOf(interval.to)];
    if (!interval.isOpen || start >= DAY_MINUTES) return [];
    // Longer openings go on into tomorrow's own.
    return [
      { start, end: end - DAY_MINUTES < DAY_MINUTES ? Math.min(end, start + DAY_MINUTES) : DAY_MINUTES },
    ];
  });
  return { day, minute: minuteOf(now), openings };
}

/** The minute at which the day's last opening ends; null: no opening. */
export const closingOf = ({ openings }: TodayHours): number | null =>
  openings[openings.length - 1]?.end ?? null;
