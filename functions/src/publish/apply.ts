import type { CurrentItem } from "@schedule-manager/shared/api/api";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { APPLY_STAGES } from "@schedule-manager/shared/sync/publish-protocol";
import { itemRef, mapOf } from "@schedule-manager/shared/sync/layout";
import type { HistoryData, ItemRef } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../sync/limit-concurrency";
import type { SyncPort } from "../sync/sync-port";
import { SyncFailure } from "../sync/sync-failure";
import { valueFrom } from "./current";

export interface Applied {
  /** What each item is now. */
  readonly items: readonly CurrentItem[];
  /** Edited in the console since they were read, and so left alone. */
  readonly skipped: readonly ItemRef[];
}

/**
 * Writes what an intent says; the publisher does, and whoever finishes a publish that stopped. Doing it twice, or
 * by two at once, is the same as once: every write is conditional on the revision that the intent was made from.
 */
export async function applyIntent(
  caller: SyncPort,
  intent: readonly HistoryData[],
  shards: number,
  concurrency: number,
): Promise<Applied> {
  const items: CurrentItem[] = [];
  const skipped: ItemRef[] = [];
  for (const belongs of APPLY_STAGES) {
    await limitConcurrency(concurrency, intent.filter(belongs), async (entry) => {
      const { item, left } = await applyEntry(caller, entry, shards);
      items.push(item);
      if (left) skipped.push(itemRef(entry.kind, entry.id));
    });
  }
  return { items, skipped };
}

async function applyEntry(
  caller: SyncPort,
  entry: HistoryData,
  shards: number,
): Promise<{ item: CurrentItem; left: boolean }> {
  const { kind, id, value, baseRevision } = entry;
  const map = mapOf(kind, id, shards);
  try {
    if (value === null) {
      if (baseRevision !== null) await caller.removeItem(map, id, baseRevision);
      return { item: { kind, id, revision: null, value: null }, left: false };
    }
    const { revision } =
      baseRevision === null
        ? await caller.createItem(map, id, value)
        : await caller.updateItem(map, id, value, baseRevision);
    return { item: { kind, id, revision, value: valueFrom(kind, value) }, left: false };
  } catch (error) {
    if (!(error instanceof SyncFailure) || !["moved", "exists", "missing"].includes(error.kind)) throw error;
  }
  // Somebody was here: an earlier attempt of this very write, or the console.
  const now = await caller.readItem(map, id);
  const read = now === null ? null : valueFrom(kind, now.data);
  const item: CurrentItem = { kind, id, revision: now?.revision ?? null, value: read };
  const isDone = value === null ? now === null : sameValue(now?.data, value);
  return { item, left: !isDone };
}
