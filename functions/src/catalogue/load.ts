import { shardOf } from "@schedule-manager/shared/sync/layout";
import type { ItemRef, ChangeFeed } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../sync/limit-concurrency";
import { readHead } from "../sync/head-store";
import { Catalogue } from "./catalogue";
import { refOf } from "./items";
import type { CatalogueItem } from "./items";
import { earlierOf } from "./load-options";
import type { LoadOptions } from "./load-options";
import { readAllItems, readMap } from "./read-all";
import type { ItemMap } from "./read-all";
import { readAtOnce } from "./read-at-once";
import { changedSince } from "./read-changed";
import { moved, reconcile } from "./reconcile";

/** Reads everything: `head`, the items, and then the changes published meanwhile. */
export async function loadAll(options: LoadOptions, before: Catalogue | null): Promise<Catalogue> {
  const { reader, concurrency } = options;
  const guessed = before === null ? await readAtOnce(options) : null;
  if (guessed !== null) return reconcile(options, guessed);
  const { generation, shards } = (await readHead(reader)).data;
  const items = await readAllItems(reader, shards, concurrency, earlierOf(before, options.fallback));
  const read = (before ?? new Catalogue(0, shards, new Map())).with(generation, shards, items);
  return reconcile(options, read);
}

/**
 * The catalogue at the feed's generation. Reads only the changed items, or everything when the feed does not
 * reach back far enough.
 */
export async function catchUp(options: LoadOptions, cached: Catalogue, feed: ChangeFeed): Promise<Catalogue> {
  const refs = changedSince(feed, cached.generation);
  if (refs === null) return loadAll(options, cached);
  return reconcile(options, await moved(options, cached, feed.generation, refs));
}

/**
 * Revalidates some maps to find console edits. Returns the same object when nothing changed. Costs one read for
 * each map, and further reads only after a difference, to tell a console edit from a publish in flight.
 */
export async function revalidateMaps(
  options: LoadOptions,
  cached: Catalogue,
  maps: readonly ItemMap[],
): Promise<Catalogue> {
  const { reader, concurrency, fallback } = options;
  const { shards } = cached;
  const earlier = earlierOf(cached, fallback);
  const read = (
    await limitConcurrency(concurrency, maps, (map) => readMap(reader, map, shards, earlier))
  ).flat();
  const isInMaps = (item: CatalogueItem) =>
    maps.some(({ kind, shard }) => kind === item.kind && shard === shardOf(item.id, shards));
  const before = [...cached.items.values()].filter(isInMaps);
  const isSame = (item: CatalogueItem) => cached.items.get(refOf(item))?.revision === item.revision;
  if (before.length === read.length && read.every(isSame)) return cached;
  const items = new Map<ItemRef, CatalogueItem>(cached.items);
  for (const item of before) items.delete(refOf(item));
  for (const item of read) items.set(refOf(item), item);
  return reconcile(options, cached.with(cached.generation, shards, items));
}
