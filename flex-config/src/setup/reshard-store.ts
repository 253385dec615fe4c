/** The items of all shards that exist, read and written through the `twilio` library. */
import { MAX_PAGE } from "@schedule-manager/shared/sync-layout";
import type { Twilio } from "twilio";
import { inBatches } from "./in-batches";
import { type Copy, FAMILIES, shardMap, type Stored } from "./reshard-plan";
import { hasStatus } from "./rest-error";

export type SyncService = ReturnType<Twilio["sync"]["v1"]["services"]>;

const WIDTH = 4;

/** Which maps of shards there are, whatever `lock` says. */
export async function existingShards(
  service: SyncService,
): Promise<readonly Pick<Stored, "family" | "shard">[]> {
  const maps = await service.syncMaps.list({ pageSize: MAX_PAGE });
  const names = maps.map(({ uniqueName }) => uniqueName);
  // In an order that is good to read where it is told what becomes of each.
  return names.sort(new Intl.Collator("en", { numeric: true }).compare).flatMap((uniqueName) => {
    const number = /-(\d{1,3})$/.exec(uniqueName)?.[1];
    const shard = Number(number);
    const family = FAMILIES.find((name) => number !== undefined && shardMap(name, shard) === uniqueName);
    return family === undefined ? [] : [{ family, shard }];
  });
}

export async function readStored(service: SyncService): Promise<readonly Stored[]> {
  const stored: Stored[] = [];
  await inBatches(await existingShards(service), WIDTH, async ({ family, shard }) => {
    const items = await service.syncMaps(shardMap(family, shard)).syncMapItems.list({ pageSize: MAX_PAGE });
    for (const { key, revision, data } of items) {
      stored.push({ family, shard, key, revision, data: data as unknown });
    }
  });
  return stored;
}

/** Whoever edits in the console meanwhile makes a write fail: then it is planned anew. */
async function unlessMoved(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (![404, 409, 412].some((status) => hasStatus(error, status))) throw error;
  }
}

const itemsOf = (service: SyncService, family: Stored["family"], shard: number) =>
  service.syncMaps(shardMap(family, shard)).syncMapItems;

export async function copyItem(service: SyncService, { from, shard, over }: Copy): Promise<void> {
  const items = itemsOf(service, from.family, shard);
  const { key } = from;
  const data = from.data as object;
  await unlessMoved(
    over === null ? items.create({ key, data }) : items(key).update({ data, ifMatch: over.revision }),
  );
}

export async function removeItem(service: SyncService, item: Stored): Promise<void> {
  const { family, shard, key, revision } = item;
  await unlessMoved(itemsOf(service, family, shard)(key).remove({ ifMatch: revision }));
}

export async function removeMap(
  service: SyncService,
  { family, shard }: Pick<Stored, "family" | "shard">,
): Promise<void> {
  await unlessMoved(service.syncMaps(shardMap(family, shard)).remove());
}
