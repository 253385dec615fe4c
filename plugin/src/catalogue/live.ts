import { createSlice, type EntityState, type PayloadAction } from "@reduxjs/toolkit";
import { dictionary, dictionaryOf } from "@schedule-manager/shared/collections/dictionary";
import { connectionChanged } from "../sync/connection-slice";
import type { LiveEvent, StoredCatalogue, Published, Live } from "./live-items";
import { apply, applyPublished, isWhole, LiveChange, openMaps } from "./live-change";
import { plainState } from "./plain-state";

const NO_ITEMS = { ids: [], entities: dictionary<never>() };
const initialState: Live = {
  schedules: NO_ITEMS,
  rules: NO_ITEMS,
  maps: [],
  loaded: [],
  bridged: false,
  following: [],
  asOf: null,
  gone: [],
};

function entitiesOf<T extends { readonly id: string }>(items: readonly T[]): EntityState<T> {
  return {
    ids: items.map(({ id }) => id),
    entities: dictionaryOf(items.map((item) => [item.id, item])),
  };
}

const changed = (state: Live, how: (change: LiveChange) => void): Live => {
  const change = new LiveChange(plainState(state));
  how(change);
  return change.result;
};

const slice = createSlice({
  name: "scheduleManager/live",
  initialState,
  // Each reducer returns a whole state, so Immer drafts nothing.
  reducers: {
    mapsOpened: (state: Live, { payload }: PayloadAction<readonly string[]>) =>
      changed(state, (change) => {
        openMaps(change, payload);
      }),
    /** Shows the cache until Sync delivers the current items. */
    keptLoaded: (state: Live, { payload }: PayloadAction<StoredCatalogue>): Live => ({
      ...plainState(state),
      schedules: entitiesOf(payload.schedules),
      rules: entitiesOf(payload.rules),
      maps: [...payload.maps],
      loaded: [...payload.maps],
      bridged: false,
      asOf: payload.asOf,
    }),
    liveChanged: (state: Live, { payload }: PayloadAction<readonly LiveEvent[]>) =>
      changed(state, (change) => {
        for (const event of payload) apply(change, event);
      }),
    published: (state: Live, { payload }: PayloadAction<readonly Published[]>) =>
      changed(state, (change) => {
        for (const result of payload) applyPublished(change, result);
      }),
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

/** Whether a complete catalogue can be shown. */
export const isLoaded = (live: Pick<Live, "maps" | "loaded" | "bridged">): boolean =>
  live.bridged || isWhole(live);

/** Whether the catalogue is complete and every map is caught up. */
export const isLive = (live: Live): boolean =>
  isLoaded(live) && live.asOf === null && live.following.length >= live.maps.length;
