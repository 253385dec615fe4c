import { offsetReader } from "./zone-offset";

/** A piece of time during which a zone's offset does not change. ms since the epoch; `to` does not belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Local time minus UTC, in ms. */
  readonly offset: number;
}

/** A zone's offsets, remembered as spans: local = UTC + offset inside a span, and never the other way round. */
export interface Zone {
  readonly name: string;
  /** A span around t. The first question costs one look-up and is answered for that instant only. */
  at(t: number): Span;
  /** A span around t, as long as is known. */
  span(t: number): Span;
}

/** ms. Zones are probed this often: no offset has ever lasted less than 6.9 days. */
export const PROBE_MS = 2 ** 28;
const PROBES_A_BLOCK = 4;
const BLOCK_MS = PROBE_MS * PROBES_A_BLOCK;
/** Blocks (12.4 days each) a zone remembers: 68 years. */
const MAX_BLOCKS = 2000;
const MAX_ZONES = 1000;
/** The last instant a Date can hold. */
export const MAX_INSTANT = 8.64e15;

function makeZone(name: string, read: (t: number) => number): Zone {
  const offsetAt = (t: number): number => read(Math.min(MAX_INSTANT, Math.max(-MAX_INSTANT, t)));

  /** Between two probes that differ: the second from which the offset is no longer that of `from`. */
  const transition = (from: number, to: number, offset: number): number => {
    let same = Math.floor(from / 1000);
    let other = Math.floor(to / 1000);
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (offsetAt(middle * 1000) === offset) same = middle;
      else other = middle;
    }
    return other * 1000;
  };

  const probe = (block: number): Span[] => {
    const spans: Span[] = [];
    let from = block * BLOCK_MS;
    let offset = offsetAt(from);
    for (let k = 0; k < PROBES_A_BLOCK; k += 1) {
      const start = block * BLOCK_MS + k * PROBE_MS;
      const after = offsetAt(start + PROBE_MS);
      if (after === offset) continue;
      const at = transition(start, start + PROBE_MS, offset);
      if (at > from) spans.push({ from, to: at, offset });
      from = at;
      offset = after;
    }
    const to = (block + 1) * BLOCK_MS;
    if (from < to) spans.push({ from, to, offset });
    return spans;
  };

  const blocks = new Map<number, readonly Span[]>();
  let last: Span = { from: 0, to: 0, offset: 0 };
  let asked = false;
  const span = (t: number): Span => {
    if (t >= last.from && t < last.to && last.to - last.from > 1) return last;
    const index = Math.floor(t / BLOCK_MS);
    let block = blocks.get(index);
    if (block === undefined) {
      if (blocks.size >= MAX_BLOCKS) blocks.clear();
      block = probe(index);
      blocks.set(index, block);
    }
    last = block.find((piece) => t < piece.to) ?? last;
    return last;
  };
  return {
    name,
    span,
    at(t) {
      if (t >= last.from && t < last.to) return last;
      if (asked) return span(t);
      asked = true;
      last = { from: t, to: t + 1, offset: offsetAt(t) };
      return last;
    },
  };
}

const zones = new Map<string, Zone | null>();

/** The zone of an IANA name, or null for a name that this machine's zone data does not know. */
export function zoneOf(name: string): Zone | null {
  let zone = zones.get(name);
  if (zone === undefined) {
    const read = offsetReader(name);
    zone = read && makeZone(name, read);
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(name, zone);
  }
  return zone;
}
