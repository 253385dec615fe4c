import { mapName } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { limitConcurrency } from "../sync/limit-concurrency";
import type { SyncReader } from "../sync/sync-client";
import { itemFrom, refOf } from "./items";
import type { CatalogueItem, Earlier } from "./items";

export interface ItemMap {
  readonly kind: ItemKind;
  readonly shard: number;
}

/** The maps with the items, in a fixed order. */
export const itemMaps = (shards: number): ItemMap[] =>
  (["schedule", "rule"] as const).flatMap((kind) =>
    Array.from({ length: shards }, (_, shard) => ({ kind, shard })),
  );

/** The items of one map. */
export async function readMap(
  reader: SyncReader,
  { kind, shard }: ItemMap,
  shards: number,
  earlier: Earlier = () => undefined,
): Promise<CatalogueItem[]> {
  const entries = await reader.listItems(mapName(kind, shard, shards));
  return entries.map(({ key, revision, data }) => itemFrom(kind, key, revision, data, earlier));
}

/** Every item of every shard, with at most `concurrency` requests at once. */
export async function readAllItems(
  reader: SyncReader,
  shards: number,
  concurrency: number,
  earlier: Earlier = () => undefined,
): Promise<Map<ItemRef, CatalogueItem>> {
  const lists = await limitConcurrency(concurrency, itemMaps(shards), (map) =>
    readMap(reader, map, shards, earlier),
  );
  return new Map(lists.flat().map((item) => [refOf(item), item]));
}
