import { memoize } from "../collections/memoize";
import { offsetReader } from "./zone-offset";
import { type OffsetSpan, shippedSpans } from "./zone-table";

export type { OffsetSpan } from "./zone-table";

/** A zone's offsets as spans: within a span, local = UTC + offset. Never converted from local to UTC. */
export interface Zone {
  readonly name: string;
  /** A span around t, as long as known. */
  span(t: number): OffsetSpan;
}

/** ms. The runtime is probed this often (3.1 days): no offset has ever lasted less than 3.9 days, or 6.9 since 1970. */
const PROBE_MS = 2 ** 28;
const BLOCK_MS = PROBE_MS * 4;
/** Blocks (12.4 days each) cached for a zone: 68 years. */
const MAX_BLOCKS = 2000;
const MAX_ZONES = 1000;
/** The last instant of a Date. */
export const MAX_INSTANT = 8.64e15;

/** The span of a sorted, contiguous list that contains t. */
function find(spans: readonly OffsetSpan[], t: number): OffsetSpan | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? t) <= t) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && t >= span.from ? span : undefined;
}

/** Finds spans through single offsets. */
function probe(offsetAt: (t: number) => number): (t: number) => OffsetSpan | undefined {
  const blocks = memoize(MAX_BLOCKS, (block: number): readonly OffsetSpan[] => {
    const spans: OffsetSpan[] = [];
    let from = block * BLOCK_MS;
    let offset = offsetAt(from);
    for (let at = from; at < (block + 1) * BLOCK_MS; at += PROBE_MS) {
      const after = offsetAt(at + PROBE_MS);
      if (after === offset) continue;
      // The offset changes at a whole second, the first one that differs.
      let before = Math.floor(at / 1000);
      let changed = Math.floor((at + PROBE_MS) / 1000);
      while (changed - before > 1) {
        const middle = Math.floor((before + changed) / 2);
        if (offsetAt(middle * 1000) === offset) before = middle;
        else changed = middle;
      }
      spans.push({ from, to: changed * 1000, offset });
      from = changed * 1000;
      offset = after;
    }
    return [...spans, { from, to: (block + 1) * BLOCK_MS, offset }];
  });
  return (t) => find(blocks(Math.floor(t / BLOCK_MS)), t);
}

function makeZone(name: string): Zone | null {
  const shipped = shippedSpans(name) ?? [];
  let read: ReturnType<typeof offsetReader> | undefined;
  // Intl is used only where the shipped data ends, because its first look-up costs some ten milliseconds.
  const runtime = (): typeof read => (read === undefined ? (read = offsetReader(name)) : read);
  if (shipped.length === 0 && runtime() === null) return null;
  const edge = (t: number): OffsetSpan | undefined =>
    shipped[t < (shipped[0]?.from ?? 0) ? 0 : shipped.length - 1];
  const spanAt = probe((t) => {
    const at = Math.min(MAX_INSTANT, Math.max(-MAX_INSTANT, t));
    // A name that the runtime lacks keeps the nearest known offset.
    return find(shipped, at)?.offset ?? runtime()?.(at) ?? edge(at)?.offset ?? 0;
  });

  let last: OffsetSpan = { from: 0, to: 0, offset: 0 };
  return {
    name,
    span(t) {
      if (t >= last.from && t < last.to) return last;
      // An invalid instant is answered without caching.
      if (!(Math.abs(t) <= MAX_INSTANT)) return { from: t, to: t, offset: 0 };
      return (last = find(shipped, t) ?? spanAt(t) ?? last);
    },
  };
}

/** The zone of an IANA name; null when neither the shipped zone data nor the runtime has it. */
export const zoneOf: (name: string) => Zone | null = memoize(MAX_ZONES, makeZone);
