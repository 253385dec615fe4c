import * as v from "valibot";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import type { StoredCatalogue, LiveRule, LiveSchedule } from "../live-items";
import { liveItem } from "../parse-item";
import { stored } from "../stored";
import type { StoredToken } from "../../sync/token-source";

/** Counted up when what is kept changes its shape: what an older version kept is not used. */
export const CACHE_VERSION = 2;
/** ms: older schedules say too little about today. */
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
  /** ms since the epoch, the server's clock: when the items were last known to be what Sync held. */
  asOf: v.number(),
  maps: v.pipe(v.array(v.string()), v.minLength(1)),
  token: v.nullable(
    v.object({ token: v.string(), serviceSid: v.string(), shards: v.number(), endsAt: v.number() }),
  ),
  /** ms that this computer's clock was behind the server's; null: not known. */
  offset: v.nullable(v.number()),
});

/** An item as it is kept. */
export type StoredCatalogueItem = Readonly<v.InferOutput<typeof item>> & { readonly ref: ItemRef };

/** What is kept beside the items. */
export type CacheKey = Readonly<v.InferOutput<typeof place>>;

export interface CachedPage {
  readonly catalogue: StoredCatalogue;
  readonly token: StoredToken | null;
  readonly offset: number | null;
}

/** Where a browser keeps them. Neither call ever rejects: keeping is a convenience. */
export interface CatalogueCache {
  /** As it was saved, unchecked; null: nothing. */
  load(): Promise<{ readonly items: readonly unknown[]; readonly place: unknown } | null>;
  /** All of it, or nothing. @returns whether it was done */
  save(change: {
    readonly put: readonly StoredCatalogueItem[];
    /** Done first. `all`: what an earlier page kept goes. */
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
 * What was kept, checked like everything that comes from outside.
 * @param now ms since the epoch
 * @returns null: nothing, or nothing of use
 */
export function storedCatalogueFrom(
  loaded: Awaited<ReturnType<CatalogueCache["load"]>>,
  now: number,
): CachedPage | null {
  const checked = v.safeParse(v.object({ place, items: v.array(item) }), loaded);
  // With one item that is missing, statuses would be wrong: then better nothing.
  if (!checked.success || now - checked.output.place.asOf > CACHE_LIFETIME) return null;
  const { items, place: kept } = checked.output;
  const schedules: LiveSchedule[] = [];
  const rules: LiveRule[] = [];
  for (const { kind, id, map, revision, updated, data } of items) {
    const { kind: of, ...live } = liveItem(kind, map, { key: id, revision, updated, data });
    if (of === "schedule") schedules.push(live as LiveSchedule);
    else rules.push(live as LiveRule);
  }
  const { token, offset, maps } = kept;
  // A clock that was set back must not make it of the future.
  return { catalogue: { schedules, rules, maps, asOf: Math.min(kept.asOf, now) }, token, offset };
}
