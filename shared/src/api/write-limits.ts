/**
 * What Sync takes at most, and how much of it a publish uses: https://www.twilio.com/docs/sync/limits and
 * https://www.twilio.com/docs/api/errors/54009. Objects and items are made at 20 a second, of a whole service; an object
 * takes 20 writes a second. Both hold over ten seconds, so that 200 may come at once.
 */
import type { PublishChange } from "./api";
import { REFS_PER_PART } from "../sync/publish-protocol";

/** ms over which Sync counts. */
export const RATE_WINDOW = 10_000;
/** What one who writes takes of the 200 of a window; the rest is for edit locks, `head` and what is sent twice. */
export const WINDOW_BUDGET = 190;

/**
 * Changes of a publish. Each creates an entry of the history and perhaps an item, and each 60 a part of the journal:
 * 90 × 2 + 2 = 182 creations, which always fit the budget of a window.
 */
export const MAX_CHANGES = 90;

const KIB = 1024;
/** Writes of 10 KiB and more come at a tenth of the rate. What lies between is not published: a straight line is taken. */
const HEAVY = 10;

export const writeCost = (bytes: number): number => Math.min(HEAVY, Math.max(1, bytes / KIB));

/** UTF-8 bytes, without what only Node or only a browser has. */
const bytesOf = (data: unknown): number =>
  encodeURIComponent(JSON.stringify(data)).replace(/%../g, "x").length;

/** What an entry of the history holds besides its item, in bytes. */
const ENTRY = 400;
/** How much of a window's budgets a publish takes. */
export interface PublishCost {
  readonly creations: number;
  /** To one map, should all its items lie in one. */
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

/** Changes as several publishes, in their order, each of which Sync takes even if all its items lie in one map. */
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
