import { DAY_MS } from "../../time/civil";
import type { OffsetSpan, Zone } from "../../time/zone";

/** A span of constant offset in local time (UTC + offset), from `from` to `to`. */
export interface LocalSpan {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC, in ms. */
  readonly offset: number;
}

/** Upper bound of any offset. */
const MAX_OFFSET = DAY_MS;

/**
 * Spans of constant offset within a range of local time, in chronological order. Spans overlap where the clock
 * repeats time; gaps between spans are skipped time.
 * @param zone null: UTC
 * @param from local time as ms since 1970-01-01T00:00 of the wall clock
 */
export function localSpans(zone: Zone | null, from: number, to: number): readonly LocalSpan[] {
  if (zone === null) return [{ from, to, offset: 0 }];
  const spans: OffsetSpan[] = [];
  for (let t = from - MAX_OFFSET; t < to + MAX_OFFSET;) {
    const span = zone.span(t);
    const last = spans[spans.length - 1];
    // The zone caches spans in blocks. The end of a block is not a change.
    if (last !== undefined && last.offset === span.offset) spans[spans.length - 1] = { ...last, to: span.to };
    else spans.push(span);
    t = span.to;
  }
  return spans
    .map(({ from: begin, to: end, offset }) => ({
      from: Math.max(from, begin + offset),
      to: Math.min(to, end + offset),
      offset,
    }))
    .filter((span) => span.from < span.to);
}
