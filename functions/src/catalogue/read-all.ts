import { parseLock } from "@schedule-manager/shared/layout-schema";
import { LOCK, mapName, shardOf } from "@schedule-manager/shared/sync-layout";
import type { ItemRef, LockData } from "@schedule-manager/shared/sync-layout";
import type { ItemKind } from "@schedule-manager/shared/model";
import { atMost } from "../sync/at-most";
import type { SyncReader } from "../sync/sync-caller";
import { SyncFailure } from "../sync/sync-failure";
import { itemFrom, refOf } from "./items";
import type { CatalogueItem, Earlier } from "./items";

export async function readLock(reader: SyncReader): Promise<LockData> {
  const document = await reader.readDocument(LOCK);
  const lock = document === null ? null : parseLock(document.data);
  if (lock === null)
    throw new SyncFailure("missing", "the document lock is missing or spoilt: run the set-up");
  return lock;
}

/** Every item of every shard, at most `concurrency` requests at once. */
export async function readAllItems(
  reader: SyncReader,
  shards: number,
  concurrency: number,
  earlier: Earlier = () => undefined,
): Promise<Map<ItemRef, CatalogueItem>> {
  const maps = (["schedule", "rule"] as const).flatMap((kind: ItemKind) =>
    Array.from({ length: shards }, (_, shard) => ({ kind, shard, map: mapName(kind, shard) })),
  );
  const lists = await atMost(concurrency, maps, ({ map }) => reader.listItems(map));
  const items = new Map<ItemRef, CatalogueItem>();
  lists.forEach((entries, index) => {
    const { kind, shard } = maps[index] ?? { kind: "rule", shard: 0 };
    for (const { key, revision, data } of entries) {
      // While the number of shards is being changed there are copies elsewhere: only its own shard's item counts.
      if (shardOf(key, shards) !== shard) continue;
      const item = itemFrom(kind, key, revision, data, earlier);
      items.set(refOf(item), item);
    }
  });
  return items;
}
