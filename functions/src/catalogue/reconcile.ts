import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemRef, PublishLease } from "@schedule-manager/shared/sync/layout";
import { isApplying } from "@schedule-manager/shared/sync/publish-protocol";
import { readHead } from "../sync/head-store";
import { readIntent } from "../sync/intent-reader";
import { SyncFailure } from "../sync/sync-failure";
import type { Catalogue } from "./catalogue";
import { itemFrom } from "./items";
import type { CatalogueItem } from "./items";
import { earlierOf } from "./load-options";
import type { LoadOptions } from "./load-options";
import { readAllItems } from "./read-all";
import { changedSince, withRevalidated } from "./read-changed";
import { readFeed } from "./read-feed";

/** How many publishes may overtake a reading before it fails until the next attempt. */
const MAX_OVERTAKEN = 4;

/**
 * Makes a reading consistent, so that no publish is half visible. Publishes write items before `head`, so the reading
 * is consistent if `head` still has the initial generation and no publish is applying.
 * - A publish finished meanwhile: reads its items again.
 * - The number of shards changed: reads everything again.
 * - A publish is applying: it is certain to finish, so its intent counts as done. The catalogue keeps the previous
 *   generation, so the items are read again afterwards.
 */
export async function reconcile(options: LoadOptions, read: Catalogue): Promise<Catalogue> {
  let catalogue = read;
  for (let times = 0; times < MAX_OVERTAKEN; times += 1) {
    const head = (await readHead(options.reader)).data;
    if (head.shards !== catalogue.shards) {
      const items = await readAllItems(
        options.reader,
        head.shards,
        options.concurrency,
        earlierOf(catalogue, options.fallback),
      );
      catalogue = catalogue.with(head.generation, head.shards, items);
      continue;
    }
    if (head.generation <= catalogue.generation) {
      const { publish } = head;
      return isApplying(publish) && publish.generation > catalogue.generation
        ? withIntent(options, catalogue, publish)
        : catalogue;
    }
    const feed = await readFeed(options);
    const refs = changedSince(feed, catalogue.generation);
    if (refs === null) break;
    catalogue = await moved(options, catalogue, feed.generation, refs);
  }
  throw new SyncFailure("unreachable", "publishes kept overtaking the reading");
}

async function withIntent(options: LoadOptions, cached: Catalogue, lease: PublishLease): Promise<Catalogue> {
  const intent = await readIntent(options.reader, lease, options.concurrency);
  const items = new Map<ItemRef, CatalogueItem>(cached.items);
  for (const { kind, id, value } of intent) {
    const ref = itemRef(kind, id);
    if (value === null) items.delete(ref);
    else
      items.set(
        ref,
        itemFrom(kind, id, `publish ${lease.generation}`, value, (earlier) => cached.items.get(earlier)),
      );
  }
  return cached.with(cached.generation, cached.shards, items, true);
}

/** The catalogue at a later generation, with the changed items read again. */
export async function moved(
  { reader, concurrency, fallback }: LoadOptions,
  cached: Catalogue,
  generation: number,
  refs: Iterable<ItemRef>,
): Promise<Catalogue> {
  const items = await withRevalidated(
    reader,
    cached.items,
    refs,
    cached.shards,
    concurrency,
    earlierOf(cached, fallback),
  );
  return cached.with(generation, cached.shards, items);
}
