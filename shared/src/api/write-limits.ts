/**
 * Sync's write limits and the share that a publish uses: https://www.twilio.com/docs/sync/limits and
 * https://www.twilio.com/docs/api/errors/54009. A service allows 20 creations of objects and items a second, an
 * object allows 20 writes a second. Both are averages over ten seconds, so bursts of 200 pass.
 */
import type { PublishChange } from "./api";
import { historyItems } from "../sync/history-items";
import { itemRef, mapOf, PUBLISHES } from "../sync/layout";
import type { HistoryChange } from "../sync/layout";
import { journalOf } from "../sync/publish-protocol";
import { utf8Length } from "../sync/utf8-length";

/** Window over which Sync averages, in ms. */
export const RATE_WINDOW = 10_000;
/** Share of the 200 in a window for one publisher; edit locks, `head` and retries use the rest. */
export const WINDOW_BUDGET = 190;

/** Most changes in one publish: its writes take a few seconds even if Sync answers slowly. */
export const MAX_CHANGES = 250;

const KIB = 1024;
/**
 * Writes of 10 KiB and more are limited to a tenth of the rate. Twilio documents no values in between; a linear
 * scale is assumed.
 */
const HEAVY = 10;

export const writeCost = (bytes: number): number => Math.min(HEAVY, Math.max(1, bytes / KIB));

/** Share of a window that a publish uses. */
export interface PublishCost {
  readonly creations: number;
  /** By map. */
  readonly writes: ReadonlyMap<string, number>;
}

/** A lease with names of an unusual length, for the size of what is written under it. */
const LEASE = { id: "x".repeat(40), generation: 1, by: { identity: "x".repeat(80) }, since: "x".repeat(24) };

/** @param shards the number of maps of each kind */
export function costOf(changes: readonly PublishChange[], shards: number): PublishCost {
  const writes = new Map<string, number>();
  const write = (map: string, data: unknown): void => {
    writes.set(map, (writes.get(map) ?? 0) + writeCost(utf8Length(JSON.stringify(data))));
  };
  for (const { kind, id, value } of changes) write(mapOf(kind, id, shards), value);
  const history = historyItems(LEASE, changes.map(historyChange)).flat();
  for (const { map, data } of history) write(map, data);
  const journal = journalOf(
    LEASE,
    changes.map(({ kind, id }) => itemRef(kind, id)),
  );
  for (const data of journal) write(PUBLISHES, data);
  const added = changes.filter(({ base }) => base === null).length;
  return { creations: added + history.length + journal.length, writes };
}

const historyChange = ({ kind, id, base, value }: PublishChange): HistoryChange => ({
  kind,
  id,
  baseRevision: base?.revision ?? null,
  value,
});

/** The largest share of a window's budget that a publish uses; up to 1 it fits into an empty window. */
const shareOf = ({ creations, writes }: PublishCost): number =>
  Math.max(creations, ...writes.values()) / WINDOW_BUDGET;

/** Share below which a longer part is tried. */
const ROOM = 0.9;

/**
 * Splits changes into publishes, in order, each within Sync's limits.
 * @param shards the number of maps of each kind
 */
export function splitChanges(
  changes: readonly PublishChange[],
  shards: number,
): readonly (readonly PublishChange[])[] {
  const parts: (readonly PublishChange[])[] = [];
  let count = MAX_CHANGES;
  for (let from = 0; from < changes.length;) {
    const most = Math.min(MAX_CHANGES, changes.length - from);
    const share = (): number => shareOf(costOf(changes.slice(from, from + count), shards));
    // The length of the part before is the first guess: most lists are of similar changes.
    count = Math.min(count, most);
    let used = share();
    if (used < ROOM && count < most) {
      count = Math.min(most, Math.round(count / used));
      used = share();
    }
    for (; used > 1 && count > 1; used = share())
      count = Math.max(1, Math.min(count - 1, Math.round(count / used)));
    parts.push(changes.slice(from, from + count));
    from += count;
  }
  return parts;
}
