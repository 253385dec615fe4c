import * as v from "valibot";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import type { StoredCatalogue, LiveRule, LiveSchedule } from "../live-items";
import { liveItem } from "../parse-item";
import { stored } from "../stored";
import type { StoredToken } from "../../sync/token-source";

/** Incremented when the stored shape changes. Caches of other versions are ignored. */
export const CACHE_VERSION = 2;
/** ms. Older schedules are too likely to be wrong today. */
const CACHE_LIFETIME = 7 * 24 * 3_600_000;

const item = v.object({
  ref: v.string(),
  kind: v.picklist(["schedule", "rule"]),
  id: v.string(),
  map: v.string(),
  revision: v.string(),
  updated: v.number(),
  data: v.unknown(),
});

const place = v.object({
  version: v.literal(CACHE_VERSION),
  /** ms since the epoch, the server's clock: when the items last matched Sync. */
  asOf: v.number(),
  maps: v.pipe(v.array(v.string()), v.minLength(1)),
  token: v.nullable(
    v.object({ token: v.string(), serviceSid: v.string(), shards: v.number(), endsAt: v.number() }),
  ),
  /** Server's time minus this computer's, in ms; null: unknown. */
  offset: v.nullable(v.number()),
});

export type StoredCatalogueItem = Readonly<v.InferOutput<typeof item>> & { readonly ref: ItemRef };

/** The record beside the items. */
export type CacheKey = Readonly<v.InferOutput<typeof place>>;

export interface CachedPage {
  readonly catalogue: StoredCatalogue;
  readonly token: StoredToken | null;
  readonly offset: number | null;
}

/** The browser's storage of the catalogue. Neither method rejects: without a cache everything works, only later. */
export interface CatalogueCache {
  /** Returns the stored values unvalidated; null: nothing is stored. */
  load(): Promise<{ readonly items: readonly unknown[]; readonly place: unknown } | null>;
  /** Writes everything or nothing. @returns whether it succeeded */
  save(change: {
    readonly put: readonly StoredCatalogueItem[];
    /** Removed before the writes. `all`: removes every item of an earlier page. */
    readonly drop: readonly ItemRef[] | "all";
    readonly place: CacheKey;
  }): Promise<boolean>;
}

export const storedCatalogueItem = (kind: ItemKind, live: LiveSchedule | LiveRule): StoredCatalogueItem => ({
  ref: itemRef(kind, live.id),
  kind,
  id: live.id,
  map: live.map,
  revision: live.revision,
  updated: live.updated,
  data: live.value === null ? null : stored(live.value),
});

/**
 * Validates a stored catalogue.
 * @param now ms since the epoch
 * @returns null: nothing is stored, or it is unusable
 */
export function storedCatalogueFrom(
  loaded: Awaited<ReturnType<CatalogueCache["load"]>>,
  now: number,
): CachedPage | null {
  const checked = v.safeParse(v.object({ place, items: v.array(item) }), loaded);
  // One missing item makes statuses wrong, so an incomplete cache is discarded.
  if (!checked.success || now - checked.output.place.asOf > CACHE_LIFETIME) return null;
  const { items, place: kept } = checked.output;
  const schedules: LiveSchedule[] = [];
  const rules: LiveRule[] = [];
  for (const { kind, id, map, revision, updated, data } of items) {
    const parsed = liveItem(kind, map, { key: id, revision, updated, data });
    if (parsed.kind === "schedule") {
      const { kind: _, ...live } = parsed;
      schedules.push(live);
    } else {
      const { kind: _, ...live } = parsed;
      rules.push(live);
    }
  }
  const { token, offset, maps } = kept;
  // Keeps `asOf` out of the future after the clock was set back.
  return { catalogue: { schedules, rules, maps, asOf: Math.min(kept.asOf, now) }, token, offset };
}
