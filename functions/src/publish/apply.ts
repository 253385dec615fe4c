import type { CurrentItem } from "@schedule-manager/shared/api/api";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { APPLY_STAGES } from "@schedule-manager/shared/sync/publish-protocol";
import { itemRef, mapOf } from "@schedule-manager/shared/sync/layout";
import type { HistoryChange, ItemRef } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency, WRITE_CONCURRENCY } from "../sync/limit-concurrency";
import type { SyncClient } from "../sync/sync-client";
import { SyncFailure } from "../sync/sync-failure";
import { valueFrom } from "./current";

export interface Applied {
  /** The items after the publish. */
  readonly items: readonly CurrentItem[];
  /** Items edited in the console since they were read, and therefore not written. */
  readonly skipped: readonly ItemRef[];
}

/**
 * Writes an intent, for the publisher or for the one who finishes its publish. Idempotent, also when two run it
 * concurrently, because every write is conditional on the revision in the intent.
 */
export async function applyIntent(
  client: SyncClient,
  intent: readonly HistoryChange[],
  shards: number,
): Promise<Applied> {
  const items: CurrentItem[] = [];
  const skipped: ItemRef[] = [];
  for (const belongs of APPLY_STAGES) {
    await limitConcurrency(WRITE_CONCURRENCY, intent.filter(belongs), async (entry) => {
      const { item, isSkipped } = await applyEntry(client, entry, shards);
      items.push(item);
      if (isSkipped) skipped.push(itemRef(entry.kind, entry.id));
    });
  }
  return { items, skipped };
}

async function applyEntry(
  client: SyncClient,
  entry: HistoryChange,
  shards: number,
): Promise<{ item: CurrentItem; isSkipped: boolean }> {
  const { kind, id, value, baseRevision } = entry;
  const map = mapOf(kind, id, shards);
  try {
    if (value === null) {
      if (baseRevision !== null) await client.removeItem(map, id, baseRevision);
      return { item: { kind, id, revision: null, value: null }, isSkipped: false };
    }
    const { revision } =
      baseRevision === null
        ? await client.createItem(map, id, value)
        : await client.updateItem(map, id, value, baseRevision);
    return { item: { kind, id, revision, value: valueFrom(kind, value) }, isSkipped: false };
  } catch (error) {
    if (!(error instanceof SyncFailure) || !["moved", "exists", "missing"].includes(error.kind)) throw error;
  }
  // The item changed since the intent: by an earlier attempt of this write, or in the console.
  const now = await client.readItem(map, id);
  const read = now === null ? null : valueFrom(kind, now.data);
  const item: CurrentItem = { kind, id, revision: now?.revision ?? null, value: read };
  const isDone = value === null ? now === null : sameValue(now?.data, value);
  return { item, isSkipped: !isDone };
}
