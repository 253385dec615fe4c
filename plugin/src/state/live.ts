import { createSlice, type EntityState, isDraft, original, type PayloadAction } from "@reduxjs/toolkit";
import { dictionary, dictionaryOf } from "@schedule-manager/shared/dictionary";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model";
import { connectionChanged } from "./connection";
import { apply, applyPublished, isWhole, LiveChange, openMaps } from "./live-change";

/** An item as Sync holds it now. */
export interface LiveItem<T> {
  readonly id: string;
  /** The map that holds it; `""`: one of another number of shards, until all maps of this number are here. */
  readonly map: string;
  readonly revision: string;
  /** ms since the epoch, Sync's clock. */
  readonly updated: number;
  /** null: what is stored cannot be read (edited by hand in the console). */
  readonly value: T | null;
  /** Why it cannot be read. */
  readonly problem?: string;
}

export type LiveSchedule = LiveItem<Schedule>;
export type LiveRule = LiveItem<Rule>;
export type LiveAny = ({ readonly kind: "schedule" } & LiveSchedule) | ({ readonly kind: "rule" } & LiveRule);

/** What happened, in the order in which each map told it. */
export type LiveEvent =
  | {
      readonly type: "reset";
      readonly kind: ItemKind;
      readonly map: string;
      readonly items: readonly LiveAny[];
    }
  | { readonly type: "changed"; readonly item: LiveAny }
  | { readonly type: "removed"; readonly kind: ItemKind; readonly id: string }
  /** All that the map has to tell up to now has been told. */
  | { readonly type: "caughtUp"; readonly map: string };

/** What a browser kept of an earlier page. */
export interface KeptCatalogue {
  readonly schedules: readonly LiveSchedule[];
  readonly rules: readonly LiveRule[];
  readonly maps: readonly string[];
  /** ms since the epoch: when it was last known to be what Sync held. */
  readonly asOf: number;
}

/** What a publish answered: it can be ahead of Sync's own events. */
export type Published =
  | { readonly type: "written"; readonly item: LiveAny }
  | { readonly type: "deleted"; readonly kind: ItemKind; readonly id: string };

export interface Live {
  readonly schedules: EntityState<LiveSchedule>;
  readonly rules: EntityState<LiveRule>;
  /** The maps that make up the catalogue; empty until known. */
  readonly maps: readonly string[];
  /** Those of them whose items are here. */
  readonly loaded: readonly string[];
  /** What the maps of another number of shards held is whole, and shown until these are. */
  readonly bridged: boolean;
  /** Those of them that tell every change now. */
  readonly following: readonly string[];
  /** ms since the epoch: when all this was last known to be what Sync holds; null: it is so now, or nothing is here. */
  readonly asOf: number | null;
  /** `kind:id` of items that a publish deleted and whose removal Sync has not told yet. */
  readonly gone: readonly string[];
}

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

/** The state itself: what Immer would make of it is slow to look through. */
const plain = (state: Live): Live => (isDraft(state) ? (original(state) ?? state) : state);

const changed = (state: Live, how: (change: LiveChange) => void): Live => {
  const change = new LiveChange(plain(state));
  how(change);
  return change.result;
};

const slice = createSlice({
  name: "scheduleManager/live",
  initialState,
  // Each answers with a whole state, which Immer only hands on.
  reducers: {
    mapsOpened: (state: Live, { payload }: PayloadAction<readonly string[]>) =>
      changed(state, (change) => {
        openMaps(change, payload);
      }),
    /** Shown at once, until Sync says what is so now. */
    keptLoaded: (state: Live, { payload }: PayloadAction<KeptCatalogue>): Live => ({
      ...plain(state),
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
      const state = plain(before);
      if (to.state === "connected") return state;
      return { ...state, following: [], asOf: isLoaded(state) ? (state.asOf ?? at) : state.asOf };
    });
  },
});

export const liveReducer = slice.reducer;
export const { mapsOpened, keptLoaded, liveChanged, published } = slice.actions;

/** Whether there is a whole catalogue to show. */
export const isLoaded = (live: Pick<Live, "maps" | "loaded" | "bridged">): boolean =>
  live.bridged || isWhole(live);

/** Whether everything is here and every change is told. */
export const isLive = (live: Live): boolean =>
  isLoaded(live) && live.asOf === null && live.following.length >= live.maps.length;
