import { memoize } from "../collections/memoize";
import { offsetReader } from "./zone-offset";

/** A piece of time during which a zone's offset does not change. ms since the epoch; `to` does not belong to it. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC, in ms. */
  readonly offset: number;
}

/** A zone's offsets, remembered as spans: local = UTC + offset inside a span, and never the other way round. */
export interface Zone {
  readonly name: string;
  /** A span around t. The first question costs one look-up and is answered for that instant only. */
  at(t: number): OffsetSpan;
  /** A span around t, as long as is known. */
  span(t: number): OffsetSpan;
}

/** ms. Zones are probed this often (3.1 days): no offset has ever lasted less than 3.9 days, or 6.9 since 1970. */
const PROBE_MS = 2 ** 28;
const BLOCK_MS = PROBE_MS * 4;
/** Blocks (12.4 days each) a zone remembers: 68 years. */
const MAX_BLOCKS = 2000;
const MAX_ZONES = 1000;
/** The last instant a Date can hold. */
export const MAX_INSTANT = 8.64e15;

function makeZone(name: string): Zone | null {
  const read = offsetReader(name);
  if (read === null) return null;
  const offsetAt = (t: number): number => read(Math.min(MAX_INSTANT, Math.max(-MAX_INSTANT, t)));

  const blocks = memoize(MAX_BLOCKS, (block: number): readonly OffsetSpan[] => {
    const spans: OffsetSpan[] = [];
    let from = block * BLOCK_MS;
    let offset = offsetAt(from);
    for (let probe = from; probe < (block + 1) * BLOCK_MS; probe += PROBE_MS) {
      const after = offsetAt(probe + PROBE_MS);
      if (after === offset) continue;
      // The offset changes at a whole second, the first of which is not `offset` any more.
      let before = Math.floor(probe / 1000);
      let changed = Math.floor((probe + PROBE_MS) / 1000);
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

  let last: OffsetSpan = { from: 0, to: 0, offset: 0 };
  let asked = false;
  const span = (t: number): OffsetSpan => {
    // What is no instant is answered without being remembered.
    if (!(Math.abs(t) <= MAX_INSTANT)) return { from: t, to: t, offset: 0 };
    if (!(t >= last.from && t < last.to))
      last = blocks(Math.floor(t / BLOCK_MS)).find(({ to }) => t < to) ?? last;
    return last;
  };
  return {
    name,
    span,
    at(t) {
      if (asked || (t >= last.from && t < last.to)) return span(t);
      asked = true;
      return { from: t, to: t + 1, offset: offsetAt(t) };
    },
  };
}

/** The zone of an IANA name, or null for a name that this machine's zone data does not know. */
export const zoneOf: (name: string) => Zone | null = memoize(MAX_ZONES, makeZone);
