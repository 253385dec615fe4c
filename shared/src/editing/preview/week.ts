import { DAY_MS, MINUTE_MS } from "../../time/civil";
import type { CompiledSchedule } from "../../evaluator/compile";
import type { Interval } from "../../model/model";
import { timelineByRule } from "../../evaluator/timeline";
import { type LocalSpan, localSpans } from "./local-spans";

/**
 * A piece of one civil day with one decision. `from` and `to` (inherited) are ms since the epoch; the minutes are
 * those of the day's wall clock, 0 to 1440.
 */
export interface PreviewSegment extends Interval {
  readonly startMinute: number;
  readonly endMinute: number;
  /** Where clocks go back, the same minutes are there a first and a second time. */
  readonly pass: "only" | "first" | "second";
}

export interface PreviewDay {
  /** Civil day number. */
  readonly day: number;
  /** How long the day really is: 1440, or less or more where clocks change; 0 for a day that a zone skipped. */
  readonly minutes: number;
  readonly pieces: readonly PreviewSegment[];
  /** Minutes of the wall clock that this day does not have. */
  readonly skipped: readonly { readonly startMinute: number; readonly endMinute: number }[];
}

interface LocalPiece {
  readonly from: number;
  readonly to: number;
}

/** Cuts local time at the given places. */
const cut = (piece: LocalPiece, places: readonly number[]): LocalPiece[] => {
  const inner = places.filter((place) => place > piece.from && place < piece.to);
  const edges = [piece.from, ...inner.sort((a, b) => a - b), piece.to];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to }));
};

/** Where the wall clock starts to show what it shows twice, and where that ends. */
const repeatsOf = (spans: readonly LocalSpan[]): LocalPiece[] =>
  spans.slice(1).flatMap((span, index) => {
    const to = spans[index]?.to ?? span.from;
    return span.from < to ? [{ from: span.from, to }] : [];
  });

const gapsOf = (spans: readonly LocalSpan[]): LocalPiece[] =>
  spans.slice(1).flatMap((span, index) => {
    const from = spans[index]?.to ?? span.from;
    return from < span.from ? [{ from, to: span.from }] : [];
  });

const midnights = (from: number, to: number): number[] => {
  const first = Math.ceil(from / DAY_MS);
  return Array.from({ length: Math.max(0, Math.ceil(to / DAY_MS) - first) }, (_, k) => (first + k) * DAY_MS);
};

const minutesOf = ({ from, to }: LocalPiece, day: number): { startMinute: number; endMinute: number } => ({
  startMinute: (from - day * DAY_MS) / MINUTE_MS,
  endMinute: (to - day * DAY_MS) / MINUTE_MS,
});

/**
 * Days of a schedule as its wall clock shows them, cut into pieces of one decision each.
 * @param firstDay civil day number
 */
export function previewDays(
  schedule: CompiledSchedule,
  firstDay: number,
  many: number,
): readonly PreviewDay[] {
  const from = firstDay * DAY_MS;
  const to = (firstDay + many) * DAY_MS;
  const spans = localSpans(schedule.zone, from, to);
  const repeats = repeatsOf(spans);
  const places = [...midnights(from, to), ...repeats.flatMap((repeat) => [repeat.from, repeat.to])];
  const pieces: PreviewSegment[][] = Array.from({ length: many }, () => []);
  for (const [index, span] of spans.entries()) {
    for (const interval of timelineByRule(schedule, span.from - span.offset, span.to - span.offset)) {
      const local = { from: interval.from + span.offset, to: interval.to + span.offset };
      for (const piece of cut(local, places)) {
        const day = Math.floor(piece.from / DAY_MS);
        const twice = repeats.some((repeat) => piece.from >= repeat.from && piece.to <= repeat.to);
        const later = twice && piece.from < (spans[index - 1]?.to ?? -Infinity);
        pieces[day - firstDay]?.push({
          ...interval,
          from: piece.from - span.offset,
          to: piece.to - span.offset,
          ...minutesOf(piece, day),
          pass: twice ? (later ? "second" : "first") : "only",
        });
      }
    }
  }
  const gaps = gapsOf(spans).flatMap((gap) => cut(gap, midnights(from, to)));
  // A range that begins or ends in a gap has no span there.
  const edges = [
    { from, to: spans[0]?.from ?? to },
    { from: spans[spans.length - 1]?.to ?? to, to },
  ].flatMap((gap) => (gap.from < gap.to ? cut(gap, midnights(from, to)) : []));
  return pieces.map((ofDay, index) => ({
    day: firstDay + index,
    minutes: ofDay.reduce((sum, piece) => sum + (piece.to - piece.from) / MINUTE_MS, 0),
    pieces: ofDay,
    skipped: [...gaps, ...edges]
      .filter((gap) => Math.floor(gap.from / DAY_MS) === firstDay + index)
      .map((gap) => minutesOf(gap, firstDay + index)),
  }));
}
