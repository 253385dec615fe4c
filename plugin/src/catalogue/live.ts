import { createSlice, type EntityState, type PayloadAction } from "@reduxjs/toolkit";
import { dictionary, dictionaryOf } from "@schedule-manager/shared/collections/dictionary";
import { connectionChanged } from "../sync/connection-slice";
import type { LiveCatalogue, LiveEvent, StoredCatalogue, Published, Live } from "./live-items";
import { apply, applyPublished, LiveChange } from "./live-change";
import { plainState } from "./plain-state";

const NO_ITEMS = { ids: [], entities: dictionary<never>() };
const EMPTY: LiveCatalogue = {
  schedules: NO_ITEMS,
  rules: NO_ITEMS,
  maps: [],
  loaded: [],
  following: [],
  asOf: null,
  gone: [],
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

const slice = createSlice({
  name: "scheduleManager/live",
  initialState,
  // Each reducer returns a whole state, so Immer drafts nothing.
  reducers: {
    mapsOpened: (state: Live, { payload }: PayloadAction<readonly string[]>) =>
      openMaps(plainState(state), payload),
    /** Shows the cache until Sync delivers the current items. */
    keptLoaded: (state: Live, { payload }: PayloadAction<StoredCatalogue>): Live => ({
      ...plainState(state),
      schedules: entitiesOf(payload.schedules),
      rules: entitiesOf(payload.rules),
      maps: [...payload.maps],
      loaded: [...payload.maps],
      asOf: payload.asOf,
    }),
    liveChanged: (state: Live, { payload }: PayloadAction<readonly LiveEvent[]>): Live => {
      const live = plainState(state);
      const target = live.opening ?? live;
      const next = changed(target, (change) => {
        for (const event of payload) apply(change, event);
      });
      if (next === target) return live;
      return live.opening === null || isLoaded(next)
        ? { ...next, opening: null }
        : { ...live, opening: next };
    },
    published: (state: Live, { payload }: PayloadAction<readonly Published[]>): Live => {
      const live = plainState(state);
      const applied = (catalogue: LiveCatalogue): LiveCatalogue =>
        changed(catalogue, (change) => {
          for (const result of payload) applyPublished(change, result);
        });
      return { ...applied(live), opening: live.opening && applied(live.opening) };
    },
  },
  extraReducers: (builder) => {
    builder.addCase(connectionChanged, (before: Live, { payload: { to, at } }): Live => {
      const state = plainState(before);
      if (to.state === "connected") return state;
      return { ...state, following: [], asOf: isLoaded(state) ? (state.asOf ?? at) : state.asOf };
    });
  },
});

export const liveReducer = slice.reducer;
export const { mapsOpened, keptLoaded, liveChanged, published } = slice.actions;

/** Whether the catalogue is complete and every map is caught up. */
export const isLive = (live: Live): boolean =>
  isLoaded(live) && live.asOf === null && live.following.length >= live.maps.length;
