import { itemRef, mapOf, parseItemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemRef, ChangeFeed } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../sync/limit-concurrency";
import type { SyncReader } from "../sync/sync-client";
import { itemFrom } from "./items";
import type { CatalogueItem, Earlier } from "./items";

/** Items changed by the publishes after `generation`; null when the feed does not reach back that far. */
export function changedSince(feed: ChangeFeed, generation: number): ReadonlySet<ItemRef> | null {
  const newer = feed.recent.filter((publish) => publish.generation > generation);
  const oldest = newer.at(-1);
  const whole =
    oldest !== undefined &&
    newer[0]?.generation === feed.generation &&
    newer.length === feed.generation - generation &&
    oldest.generation === generation + 1;
  return whole ? new Set(newer.flatMap((publish) => publish.items)) : null;
}

/** Returns a copy with the given items read again; removes deleted ones. */
export async function withRevalidated(
  reader: SyncReader,
  items: ReadonlyMap<ItemRef, CatalogueItem>,
  refs: Iterable<ItemRef>,
  shards: number,
  concurrency: number,
  earlier: Earlier,
): Promise<Map<ItemRef, CatalogueItem>> {
  const parsed = [...refs].map(parseItemRef).filter((ref) => ref !== null);
  const entries = await limitConcurrency(concurrency, parsed, ({ kind, id }) =>
    reader.readItem(mapOf(kind, id, shards), id),
  );
  const result = new Map(items);
  parsed.forEach(({ kind, id }, index) => {
    const ref = itemRef(kind, id);
    const entry = entries[index] ?? null;
    if (entry === null) result.delete(ref);
    else result.set(ref, itemFrom(kind, id, entry.revision, entry.data, earlier));
  });
  return result;
}
