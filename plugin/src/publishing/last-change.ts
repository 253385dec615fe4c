import type { Actor, CatalogueHead } from "@schedule-manager/shared/sync/layout";

/** ms: a publish ends this soon after it wrote an item. */
const NEAR = 20_000;

/**
 * Who published what was written at a moment, as far as the lock still knows.
 * @param updated ms since the epoch, Sync's clock
 */
export function publisherOf(lock: CatalogueHead | null, updated: number): Actor | null {
  const near = (lock?.recent ?? [])
    .map(({ by, at }) => ({ by, distance: Math.abs(Date.parse(at) - updated) }))
    .filter(({ distance }) => distance < NEAR)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.by ?? null;
}
