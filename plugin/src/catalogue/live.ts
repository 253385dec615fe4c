import { type AnyAction, createAction, type EntityState } from "@reduxjs/toolkit";
import { dictionary, dictionaryOf } from "@schedule-manager/shared/collections/dictionary";
import { connectionChanged } from "../sync/connection-slice";
import type { LiveCatalogue, LiveEvent, StoredCatalogue, Published, Live } from "./live-items";
import { apply, applyPublished, LiveChange } from "./live-change";

const NO_ITEMS = { ids: [], entities: dictionary<never>() };
const EMPTY: LiveCatalogue = {
  schedules: NO_ITEMS,
  rules: NO_ITEMS,
  maps: [],
  loaded: [],
  following: [],
  asOf: null,
  tombstones: [],
};
const initialState: Live = { ...EMPTY, opening: null };

function entitiesOf<T extends { readonly id: string }>(items: readonly T[]): EntityState<T> {
  return {
    ids: items.map(({ id }) => id),
    entities: dictionaryOf(items.map((item) => [item.id, item])),
  };
}

/** Whether every map has delivered its items. */
export const isLoaded = ({ maps, loaded }: Pick<LiveCatalogue, "maps" | "loaded">): boolean =>
  maps.length > 0 && loaded.length >= maps.length;

function changed(catalogue: LiveCatalogue, how: (change: LiveChange) => void): LiveCatalogue {
  const change = new LiveChange(catalogue);
  how(change);
  return change.result;
}

const hasMaps = (catalogue: LiveCatalogue, maps: readonly string[]): boolean =>
  catalogue.maps.length === maps.length && maps.every((map) => catalogue.maps.includes(map));

/** A new layout has other maps: they open beside the catalogue that is shown, which stays until all of them are loaded. */
function openMaps(state: Live, maps: readonly string[]): Live {
  const shown = { ...state, following: [] };
  if (hasMaps(state, maps)) return { ...shown, opening: null };
  if (state.opening !== null && hasMaps(state.opening, maps))
    return { ...shown, opening: { ...state.opening, following: [] } };
  const opening = { ...EMPTY, maps: [...maps], asOf: state.asOf };
  return isLoaded(state) ? { ...shown, opening } : { ...opening, opening: null };
}

export const mapsOpened = createAction<readonly string[]>("scheduleManager/live/mapsOpened");
/** Shows the cache until Sync delivers the current items. */
export const cacheLoaded = createAction<StoredCatalogue>("scheduleManager/live/cacheLoaded");
export const liveChanged = createAction<readonly LiveEvent[]>("scheduleManager/live/liveChanged");
export const published = createAction<readonly Published[]>("scheduleManager/live/published");

function withCache(state: Live, { schedules, rules, maps, asOf }: StoredCatalogue): Live {
  const items = { schedules: entitiesOf(schedules), rules: entitiesOf(rules) };
  return { ...state, ...items, maps: [...maps], loaded: [...maps], asOf };
}

function withEvents(live: Live, events: readonly LiveEvent[]): Live {
  const target = live.opening ?? live;
  const next = changed(target, (change) => {
    for (const event of events) apply(change, event);
  });
  if (next === target) return live;
  return live.opening === null || isLoaded(next) ? { ...next, opening: null } : { ...live, opening: next };
}

function withPublished(live: Live, results: readonly Published[]): Live {
  const applied = (catalogue: LiveCatalogue): LiveCatalogue =>
    changed(catalogue, (change) => {
      for (const result of results) applyPublished(change, result);
    });
  const [shown, opening] = [applied(live), live.opening && applied(live.opening)];
  // Sync's events came first.
  return shown === live && opening === live.opening ? live : { ...shown, opening };
}

/** A plain reducer: Immer would walk over all items at each event, in the browser of each agent. */
export function liveReducer(state: Live | undefined = initialState, action: AnyAction): Live {
  if (liveChanged.match(action)) return withEvents(state, action.payload);
  if (published.match(action)) return withPublished(state, action.payload);
  if (mapsOpened.match(action)) return openMaps(state, action.payload);
  if (cacheLoaded.match(action)) return withCache(state, action.payload);
  if (!connectionChanged.match(action)) return state;
  const { to, at } = action.payload;
  if (to.type === "connected") return state;
  return { ...state, following: [], asOf: isLoaded(state) ? (state.asOf ?? at) : state.asOf };
}

/** Whether the catalogue is complete and every map is caught up. */
export const isLive = (live: Live): boolean =>
  isLoaded(live) && live.asOf === null && live.following.length >= live.maps.length;
