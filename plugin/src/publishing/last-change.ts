import type { Actor, CatalogueHead } from "@schedule-manager/shared/sync/layout";

/** ms between an item's write and the end of its publish, at most. */
const NEAR = 20_000;

/**
 * The publisher of a change, if `head` still lists the publish.
 * @param updated ms since the epoch, Sync's clock: when the item was written
 */
export function publisherOf(head: CatalogueHead | null, updated: number): Actor | null {
  const near = (head?.recent ?? [])
    .map(({ by, at }) => ({ by, distance: Math.abs(Date.parse(at) - updated) }))
    .filter(({ distance }) => distance < NEAR)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.by ?? null;
}
