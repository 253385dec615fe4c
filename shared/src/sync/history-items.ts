/**
 * The history items of a publish. A few changes are stored as one item each, under the changed item's own key. Many are
 * stored in batches, because Sync limits the number of created items more than their size.
 */
import {
  BATCH_GROUPS,
  batchGroupOf,
  batchKey,
  batchMapOf,
  historyKey,
  historyMapOf,
  itemRef,
} from "./layout";
import type { HistoryBatch, HistoryChange, HistoryData, PublishLease } from "./layout";
import { utf8Length } from "./utf8-length";

/** Most changes of a publish that are stored as one item each. */
const MAX_SINGLE = 60;
export const isBatched = (count: number): boolean => count > MAX_SINGLE;

/** UTF-8 bytes of changes in one batch: Sync limits writes of 10 KiB and more to a tenth of the rate. */
const BATCH_BYTES = 8 * 1024;

/** An item of a history map, as created by a publish. */
export interface HistoryItem {
  readonly map: string;
  readonly key: string;
  readonly data: HistoryData | HistoryBatch;
}

export type Author = Pick<PublishLease, "id" | "generation" | "by" | "since" | "note">;

/** What every stored part of a publish says of it. */
export const authorship = ({ id, generation, by, since, note }: Author) => ({
  publish: id,
  generation,
  by,
  at: since,
  ...(note === undefined ? {} : { note }),
});

/**
 * The items that store a publish's changes. Those of one list are created in order, so that an interrupted publish
 * leaves batches without a gap.
 */
export const historyItems = (
  lease: Author,
  changes: readonly HistoryChange[],
): readonly (readonly HistoryItem[])[] =>
  isBatched(changes.length) ? batchesOf(lease, changes) : changes.map((change) => [singleOf(lease, change)]);

function singleOf(lease: Author, { kind, id, baseRevision, value }: HistoryChange): HistoryItem {
  const data: HistoryData = { ...authorship(lease), kind, id, baseRevision, value };
  return { map: historyMapOf(id), key: historyKey(itemRef(kind, id), lease.generation, lease.id), data };
}

function batchesOf(lease: Author, changes: readonly HistoryChange[]): readonly (readonly HistoryItem[])[] {
  const groups = Array.from({ length: BATCH_GROUPS }, (): HistoryChange[] => []);
  for (const change of changes) groups[batchGroupOf(change.id)]?.push(change);
  return groups.map((members, group) => {
    const batches = bySize(members);
    return batches.map((batch, part) => ({
      map: batchMapOf(group),
      key: batchKey(group, lease.generation, lease.id, part),
      data: { ...authorship(lease), part, parts: batches.length, changes: batch },
    }));
  });
}

function bySize(changes: readonly HistoryChange[]): readonly (readonly HistoryChange[])[] {
  const batches: HistoryChange[][] = [];
  let bytes = 0;
  for (const { kind, id, baseRevision, value } of changes) {
    const change = { kind, id, baseRevision, value };
    const size = utf8Length(JSON.stringify(change));
    const last = batches.at(-1);
    bytes += size;
    if (last !== undefined && bytes <= BATCH_BYTES) last.push(change);
    else {
      batches.push([change]);
      bytes = size;
    }
  }
  return batches;
}

/** The changes of a batch as single entries. */
export const entriesOfBatch = ({
  part: _part,
  parts: _parts,
  changes,
  ...author
}: HistoryBatch): readonly HistoryData[] => changes.map((change) => ({ ...author, ...change }));
