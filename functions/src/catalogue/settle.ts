import { itemRef } from "@schedule-manager/shared/sync-layout";
import type { ItemRef, PublishMark } from "@schedule-manager/shared/sync-layout";
import { readIntent } from "../publish/intent";
import { SyncFailure } from "../sync/sync-failure";
import type { Catalogue } from "./catalogue";
import { itemFrom } from "./items";
import type { CatalogueItem } from "./items";
import { earlierOf } from "./load-options";
import type { LoadOptions } from "./load-options";
import { readAllItems, readLock } from "./read-all";
import { changedSince, withReread } from "./read-changed";
import { readPulse } from "./read-pulse";

/** How often a publish may overtake the reading before it is given up until the next time. */
export const MAX_OVERTAKEN = 4;

/**
 * Makes what was read consistent, so that no publish is seen half done. Publishes move items before `lock`, so
 * when `lock` still says the generation at which the reading began and nobody is applying, nothing has moved.
 * - A publish finished meanwhile: its items are read again.
 * - The number of shards changed: everything is read again, by the new one.
 * - One is being applied: it will be finished for certain, so its intent is taken as done. The items are read
 *   again when it is, as their catalogue stays at the generation before.
 */
export async function settle(options: LoadOptions, read: Catalogue): Promise<Catalogue> {
  let catalogue = read;
  for (let times = 0; times < MAX_OVERTAKEN; times += 1) {
    const lock = await readLock(options.reader);
    if (lock.shards !== catalogue.shards) {
      const items = await readAllItems(
        options.reader,
        lock.shards,
        options.concurrency,
        earlierOf(catalogue, options.fallback),
      );
      catalogue = catalogue.with(lock.generation, lock.shards, items);
      continue;
    }
    if (lock.generation <= catalogue.generation) {
      const { publish } = lock;
      const applying = publish?.phase === "applying" && publish.generation > catalogue.generation;
      return applying ? withIntent(options, catalogue, publish) : catalogue;
    }
    const pulse = await readPulse(options);
    const refs = changedSince(pulse, catalogue.generation);
    if (refs === null) break;
    catalogue = await moved(options, catalogue, pulse.generation, refs);
  }
  throw new SyncFailure("unreachable", "publishes kept overtaking the reading");
}

async function withIntent(options: LoadOptions, held: Catalogue, mark: PublishMark): Promise<Catalogue> {
  const intent = await readIntent(options.reader, mark, held.shards, options.concurrency);
  const items = new Map<ItemRef, CatalogueItem>(held.items);
  for (const { kind, id, value } of intent) {
    const ref = itemRef(kind, id);
    if (value === null) items.delete(ref);
    else
      items.set(
        ref,
        itemFrom(kind, id, `publish ${mark.generation}`, value, (earlier) => held.items.get(earlier)),
      );
  }
  return held.with(held.generation, held.shards, items, true);
}

/** The catalogue at a later generation, with what changed read anew. */
export async function moved(
  { reader, concurrency, fallback }: LoadOptions,
  held: Catalogue,
  generation: number,
  refs: Iterable<ItemRef>,
): Promise<Catalogue> {
  const items = await withReread(
    reader,
    held.items,
    refs,
    held.shards,
    concurrency,
    earlierOf(held, fallback),
  );
  return held.with(generation, held.shards, items);
}
