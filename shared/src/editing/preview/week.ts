import { DAY_MS, MINUTE_MS } from "../../time/civil";
import type { CompiledSchedule } from "../../evaluator/compile";
import type { Interval } from "../../model/model";
import { timelineByRule } from "../../evaluator/timeline";
import { type LocalSpan, localSpans } from "./local-spans";

/**
 * A segment within one civil day. `from` and `to` (inherited) are ms since the epoch; minutes are minutes of the
 * day's wall clock, 0 to 1440.
 */
export interface PreviewSegment extends Interval {
  readonly startMinute: number;
  readonly endMinute: number;
  /** `first` and `second` distinguish minutes that a clock change repeats. */
  readonly pass: "only" | "first" | "second";
}

export interface PreviewDay {
  /** Civil day number. */
  readonly day: number;
  /** Length of the day: 1440, or another number on the day of a clock change; 0 for a day that the zone skipped. */
  readonly minutes: number;
  readonly segments: readonly PreviewSegment[];
  /** Minutes of the wall clock that a clock change skips. */
  readonly skipped: readonly { readonly startMinute: number; readonly endMinute: number }[];
}

interface LocalRange {
  readonly from: number;
  readonly to: number;
}

/** Splits a range of local time at the given places. */
const cut = (range: LocalRange, places: readonly number[]): LocalRange[] => {
  const inner = places.filter((place) => place > range.from && place < range.to);
  const edges = [range.from, ...inner.sort((a, b) => a - b), range.to];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to }));
};

/** Ranges of local time that the wall clock shows twice. */
const repeatsOf = (spans: readonly LocalSpan[]): LocalRange[] =>
  spans.slice(1).flatMap((span, index) => {
    const to = spans[index]?.to ?? span.from;
    return span.from < to ? [{ from: span.from, to }] : [];
  });

const gapsOf = (spans: readonly LocalSpan[]): LocalRange[] =>
  spans.slice(1).flatMap((span, index) => {
    const from = spans[index]?.to ?? span.from;
    return from < span.from ? [{ from, to: span.from }] : [];
  });

const midnights = (from: number, to: number): number[] => {
  const first = Math.ceil(from / DAY_MS);
  return Array.from({ length: Math.max(0, Math.ceil(to / DAY_MS) - first) }, (_, k) => (first + k) * DAY_MS);
};

const minutesOf = ({ from, to }: LocalRange, day: number): { startMinute: number; endMinute: number } => ({
  startMinute: (from - day * DAY_MS) / MINUTE_MS,
  endMinute: (to - day * DAY_MS) / MINUTE_MS,
});

/** What to show before an instant, in ms since the epoch. */
interface PreviewPast {
  readonly schedule: CompiledSchedule;
  readonly until: number;
}

function intervalsOf(
  schedule: CompiledSchedule,
  from: number,
  to: number,
  past: PreviewPast | null,
): readonly Interval[] {
  const split = past === null ? from : Math.min(to, Math.max(from, past.until));
  const before = past === null || split === from ? [] : timelineByRule(past.schedule, from, split);
  return [...before, ...(split === to ? [] : timelineByRule(schedule, split, to))];
}

/**
 * Days of a schedule in local time, each split into segments with one decision.
 * @param firstDay civil day number
 * @param past the schedule without its manual close, which has no recorded begin; null: nothing is past
 */
export function previewDays(
  schedule: CompiledSchedule,
  firstDay: number,
  many: number,
  past: PreviewPast | null = null,
): readonly PreviewDay[] {
  const from = firstDay * DAY_MS;
  const to = (firstDay + many) * DAY_MS;
  const spans = localSpans(schedule.zone, from, to);
  const repeats = repeatsOf(spans);
  const places = [...midnights(from, to), ...repeats.flatMap((repeat) => [repeat.from, repeat.to])];
  const segments: PreviewSegment[][] = Array.from({ length: many }, () => []);
  for (const [index, span] of spans.entries()) {
    for (const interval of intervalsOf(schedule, span.from - span.offset, span.to - span.offset, past)) {
      const local = { from: interval.from + span.offset, to: interval.to + span.offset };
      for (const segment of cut(local, places)) {
        const day = Math.floor(segment.from / DAY_MS);
        const twice = repeats.some((repeat) => segment.from >= repeat.from && segment.to <= repeat.to);
        const later = twice && segment.from < (spans[index - 1]?.to ?? -Infinity);
        segments[day - firstDay]?.push({
          ...interval,
          from: segment.from - span.offset,
          to: segment.to - span.offset,
          ...minutesOf(segment, day),
          pass: twice ? (later ? "second" : "first") : "only",
        });
      }
    }
  }
  const gaps = gapsOf(spans).flatMap((gap) => cut(gap, midnights(from, to)));
  // A range that starts or ends in a gap has no span there.
  const edges = [
    { from, to: spans[0]?.from ?? to },
    { from: spans[spans.length - 1]?.to ?? to, to },
  ].flatMap((gap) => (gap.from < gap.to ? cut(gap, midnights(from, to)) : []));
  return segments.map((ofDay, index) => ({
    day: firstDay + index,
    minutes: ofDay.reduce((sum, segment) => sum + (segment.to - segment.from) / MINUTE_MS, 0),
    segments: ofDay,
    skipped: [...gaps, ...edges]
      .filter((gap) => Math.floor(gap.from / DAY_MS) === firstDay + index)
      .map((gap) => minutesOf(gap, firstDay + index)),
  }));
}
