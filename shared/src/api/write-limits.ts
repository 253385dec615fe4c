/**
 * Sync's write limits and the share that a publish uses: https://www.twilio.com/docs/sync/limits and
 * https://www.twilio.com/docs/api/errors/54009. A service allows 20 creations of objects and items a second, an
 * object allows 20 writes a second. Both are averages over ten seconds, so bursts of 200 pass.
 */
import type { PublishChange } from "./api";
import { REFS_PER_PART } from "../sync/publish-protocol";

/** Window over which Sync averages, in ms. */
export const RATE_WINDOW = 10_000;
/** Share of the 200 in a window for one publisher; edit locks, `head` and retries use the rest. */
export const WINDOW_BUDGET = 190;

/**
 * Most changes in one publish. Each creates a history entry and possibly an item, and every 60 create a part of
 * the journal: 90 × 2 + 2 = 182 creations, which always fit into one window.
 */
export const MAX_CHANGES = 90;

const KIB = 1024;
/**
 * Writes of 10 KiB and more are limited to a tenth of the rate. Twilio documents no values in between; a linear
 * scale is assumed.
 */
const HEAVY = 10;

export const writeCost = (bytes: number): number => Math.min(HEAVY, Math.max(1, bytes / KIB));

/** Length in UTF-8 bytes. `Buffer` and `TextEncoder` are not in the types that browsers and Node share. */
const bytesOf = (data: unknown): number =>
  encodeURIComponent(JSON.stringify(data)).replace(/%../g, "x").length;

/** Bytes of a history entry besides its item. */
const ENTRY = 400;
/** Share of a window that a publish uses. */
export interface PublishCost {
  readonly creations: number;
  /** Writes to a single map, assuming that all items are in the same one. */
  readonly writes: number;
}

export function costOf(changes: readonly PublishChange[]): PublishCost {
  let creations = Math.ceil(changes.length / REFS_PER_PART);
  let writes = 0;
  for (const { base, value } of changes) {
    creations += base === null ? 2 : 1;
    writes += writeCost(bytesOf(value) + ENTRY);
  }
  return { creations, writes };
}

/** Splits changes into publishes, in order, each within Sync's limits even if all its items are in one map. */
export function splitChanges(changes: readonly PublishChange[]): readonly (readonly PublishChange[])[] {
  const parts: PublishChange[][] = [];
  let writes = 0;
  for (const change of changes) {
    const cost = costOf([change]).writes;
    const last = parts.at(-1);
    if (last === undefined || last.length === MAX_CHANGES || writes + cost > WINDOW_BUDGET) {
      parts.push([change]);
      writes = cost;
    } else {
      last.push(change);
      writes += cost;
    }
  }
  return parts;
}
