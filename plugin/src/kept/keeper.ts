import type { Store } from "redux";
import type { ItemKind } from "@schedule-manager/shared/model";
import { type ItemRef, itemRef, type SharedReader } from "@schedule-manager/shared/sync-layout";
import { isLive, type Live, type LiveRule, type LiveSchedule } from "../state/live";
import type { Stand } from "../state/live-effect";
import { pluginState, type RootState } from "../state/root";
import { KEPT_VERSION, type KeptItem, keptItem, type KeptStore } from "./kept";

/** ms from a change until it is kept: several changes make one write. */
export const KEEP_AFTER = 10_000;
/** ms between writes that say no more than that all is still so. */
export const SAY_AGAIN = 60_000;

export interface KeeperOptions {
  readonly store: Pick<Store<RootState>, "getState" | "subscribe">;
  readonly kept: KeptStore;
  /** How far the store has come; null: nothing is followed. */
  readonly stand: () => Stand | null;
  readonly reader: () => SharedReader | null;
  /** ms since the epoch, corrected. */
  readonly now: () => number;
}

type Item = LiveSchedule | LiveRule;
type Held = ReadonlyMap<ItemRef, { readonly kind: ItemKind; readonly item: Item }>;

function held({ schedules, rules }: Live): Held {
  const all = new Map<ItemRef, { readonly kind: ItemKind; readonly item: Item }>();
  const add = (kind: ItemKind, items: readonly (Item | undefined)[]): void => {
    for (const item of items) if (item !== undefined) all.set(itemRef(kind, item.id), { kind, item });
  };
  add("schedule", Object.values(schedules.entities));
  add("rule", Object.values(rules.entities));
  return all;
}

/**
 * Keeps what is live for the next page of this browser: what changed, a while after it changed, and from time to time
 * that all is still so. What is not live is not kept: then the older, whole one stays.
 * @returns stops
 */
export function keepCatalogue(options: KeeperOptions): () => void {
  const { store, kept, stand, reader, now } = options;
  /** What the browser holds, as far as this page knows. */
  let saved: Held | null = null;
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
    const stands = isLive(pluginState(store.getState()).live) ? stand() : null;
    // Asking where it stands passed on what was gathered: only now does the store match.
    const { live, clock } = pluginState(store.getState());
    if (saving || stands === null || !isLive(live)) {
      plan(SAY_AGAIN);
      return;
    }
    const items = held(live);
    const put: KeptItem[] = [];
    for (const [ref, { kind, item }] of items) {
      if (saved?.get(ref)?.item !== item) put.push(keptItem(kind, item));
    }
    saving = true;
    const place = {
      version: KEPT_VERSION,
      asOf: now(),
      maps: live.maps,
      stand: stands,
      reader: reader(),
      offset: clock.offset,
    };
    const drop = saved === null ? "all" : [...saved.keys()].filter((ref) => !items.has(ref));
    const done = await kept.save({ put, drop, place });
    saving = false;
    if (done) saved = items;
    plan(SAY_AGAIN);
  };

  let before = pluginState(store.getState()).live;
  const unsubscribe = store.subscribe(() => {
    const { live } = pluginState(store.getState());
    if (live === before) return;
    before = live;
    if (isLive(live)) plan(KEEP_AFTER);
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
