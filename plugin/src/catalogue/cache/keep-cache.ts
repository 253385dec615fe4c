import type { Store } from "redux";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { isLive } from "../live";
import type { Live, LiveRule, LiveSchedule } from "../live-items";
import { pluginState, type CatalogueRoot } from "../root";
import { observe } from "../../redux/observe";
import type { StoredToken } from "../../sync/token-source";
import {
  CACHE_VERSION,
  type StoredCatalogueItem,
  storedCatalogueItem,
  type CacheKey,
  type CatalogueCache,
} from "./stored-catalogue";

/** ms from a change to the write, so several changes make one write. */
const STORE_AFTER = 10_000;
/** ms between writes that only refresh `asOf`. */
const SAY_AGAIN = 60_000;

export interface CacheOptions {
  readonly store: Pick<Store<CatalogueRoot>, "getState" | "subscribe">;
  readonly cache: CatalogueCache;
  readonly token: () => StoredToken | null;
  /** ms since the epoch, corrected. */
  readonly now: () => number;
}

type Item = LiveSchedule | LiveRule;
type ItemsByRef = ReadonlyMap<ItemRef, { readonly kind: ItemKind; readonly item: Item }>;

function itemsByRef({ schedules, rules }: Live): ItemsByRef {
  const all = new Map<ItemRef, { readonly kind: ItemKind; readonly item: Item }>();
  const add = (kind: ItemKind, items: readonly (Item | undefined)[]): void => {
    for (const item of items) if (item !== undefined) all.set(itemRef(kind, item.id), { kind, item });
  };
  add("schedule", Object.values(schedules.entities));
  add("rule", Object.values(rules.entities));
  return all;
}

/**
 * Writes the live catalogue to the browser's cache: changed items after a delay, and `asOf` periodically. While the
 * catalogue is not live it writes nothing, so the older complete cache stays.
 * @returns stops
 */
export function storeCatalogue(options: CacheOptions): () => void {
  const { store, cache, token, now } = options;
  /** The items in the cache; null: unknown. */
  let saved: ItemsByRef | null = null;
  let saving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  const plan = (after: number): void => {
    const at = now() + after;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), after);
  };

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    due = Infinity;
    const { live, clock } = pluginState(store.getState());
    if (saving || !isLive(live)) {
      plan(SAY_AGAIN);
      return;
    }
    const items = itemsByRef(live);
    const put: StoredCatalogueItem[] = [];
    for (const [ref, { kind, item }] of items) {
      if (saved?.get(ref)?.item !== item) put.push(storedCatalogueItem(kind, item));
    }
    saving = true;
    const place: CacheKey = {
      version: CACHE_VERSION,
      asOf: now(),
      maps: [...live.maps],
      token: token(),
      offset: clock.offset,
    };
    const drop = saved === null ? "all" : [...saved.keys()].filter((ref) => !items.has(ref));
    const done = await cache.save({ put, drop, place });
    saving = false;
    if (done) saved = items;
    plan(SAY_AGAIN);
  };

  const selectLive = (root: CatalogueRoot): Live => pluginState(root).live;
  const unsubscribe = observe(store, selectLive, (live) => {
    if (isLive(live)) plan(STORE_AFTER);
  });
  const hidden = (): void => {
    if (document.visibilityState === "hidden") void save();
  };
  document.addEventListener("visibilitychange", hidden);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("visibilitychange", hidden);
  };
}
