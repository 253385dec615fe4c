import { createEntityAdapter, createSlice, type EntityState, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model";
import { connectionChanged } from "./connection";
import { isNewer } from "./revision";

/** An item as Sync holds it now. */
export interface LiveItem<T> {
  readonly id: string;
  /** The map that holds it. */
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
  /** Those of them that tell every change now. */
  readonly following: readonly string[];
  /** ms since the epoch: when all this was last known to be what Sync holds; null: it is so now, or nothing is here. */
  readonly asOf: number | null;
  /** `kind:id` of items that a publish deleted and whose removal Sync has not told yet. */
  readonly gone: readonly string[];
}

const schedules = createEntityAdapter<LiveSchedule>();
const rules = createEntityAdapter<LiveRule>();

const initialState: Live = {
  schedules: schedules.getInitialState(),
  rules: rules.getInitialState(),
  maps: [],
  loaded: [],
  following: [],
  asOf: null,
  gone: [],
};

interface Draft {
  schedules: EntityState<LiveSchedule>;
  rules: EntityState<LiveRule>;
  maps: string[];
  loaded: string[];
  following: string[];
  asOf: number | null;
  gone: string[];
}

const goneKey = (kind: ItemKind, id: string): string => `${kind}:${id}`;
const itemsOf = (state: Draft, kind: ItemKind): EntityState<LiveSchedule | LiveRule> =>
  kind === "schedule" ? state.schedules : state.rules;

function remove(state: Draft, kind: ItemKind, id: string): void {
  if (kind === "schedule") schedules.removeOne(state.schedules, id);
  else rules.removeOne(state.rules, id);
}

/**
 * Newer revision wins, so that an event told twice or late does no harm. In another map (after a change of shards)
 * the item's revisions began again.
 */
function put(state: Draft, item: LiveAny): void {
  const { kind, ...rest } = item;
  const held = itemsOf(state, kind).entities[item.id];
  if (held?.map === item.map && !isNewer(item.revision, held.revision)) return;
  if (kind === "schedule") schedules.setOne(state.schedules, rest as LiveSchedule);
  else rules.setOne(state.rules, rest as LiveRule);
}

function follows(state: Draft, map: string): void {
  if (!state.following.includes(map)) state.following.push(map);
  if (state.maps.every((each) => state.following.includes(each))) state.asOf = null;
}

function apply(state: Draft, event: LiveEvent): void {
  switch (event.type) {
    case "caughtUp":
      follows(state, event.map);
      return;
    case "reset": {
      const { kind, map, items } = event;
      const held = itemsOf(state, kind);
      const now = new Map(items.map((item) => [item.id, item.revision]));
      for (const id of [...held.ids] as string[]) {
        const item = held.entities[id];
        if (item?.map !== map) continue;
        // The snapshot is the truth: also an item that was removed and made anew, whose revisions began again.
        const revision = now.get(id);
        if (revision === undefined || isNewer(item.revision, revision)) remove(state, kind, id);
      }
      for (const item of items) put(state, item);
      if (!state.loaded.includes(map)) state.loaded.push(map);
      follows(state, map);
      state.gone = state.gone.filter((key) => !key.startsWith(`${kind}:`));
      return;
    }
    case "changed":
      if (!state.gone.includes(goneKey(event.item.kind, event.item.id))) put(state, event.item);
      return;
    case "removed": {
      const key = goneKey(event.kind, event.id);
      state.gone = state.gone.filter((gone) => gone !== key);
      remove(state, event.kind, event.id);
    }
  }
}

const slice = createSlice({
  name: "scheduleManager/live",
  initialState,
  reducers: {
    /** Which maps there are: what other maps held (before a change of shards) goes. */
    mapsOpened: (state: Draft, { payload }: PayloadAction<readonly string[]>) => {
      state.maps = [...payload];
      state.following = [];
      state.loaded = state.loaded.filter((map) => payload.includes(map));
      for (const kind of ["schedule", "rule"] as const) {
        const { ids, entities } = itemsOf(state, kind);
        for (const id of [...ids] as string[]) {
          if (!payload.includes(entities[id]?.map ?? "")) remove(state, kind, id);
        }
      }
    },
    /** Shown at once, until Sync says what is so now. */
    keptLoaded: (state: Draft, { payload }: PayloadAction<KeptCatalogue>) => {
      const { maps, asOf } = payload;
      schedules.setAll(state.schedules, payload.schedules);
      rules.setAll(state.rules, payload.rules);
      state.maps = [...maps];
      state.loaded = [...maps];
      state.asOf = asOf;
    },
    liveChanged: (state: Draft, { payload }: PayloadAction<readonly LiveEvent[]>) => {
      for (const event of payload) apply(state, event);
    },
    published: (state: Draft, { payload }: PayloadAction<readonly Published[]>) => {
      for (const result of payload) {
        if (result.type === "written") {
          put(state, result.item);
          continue;
        }
        const { kind, id } = result;
        if (itemsOf(state, kind).entities[id] === undefined) continue;
        remove(state, kind, id);
        // Late news of what it was before must not bring it back.
        state.gone.push(goneKey(kind, id));
      }
    },
  },
  extraReducers: (builder) => {
    builder.addCase(connectionChanged, (state: Draft, { payload: { to, at } }) => {
      if (to.state === "connected") return;
      state.following = [];
      if (isLoaded(state)) state.asOf ??= at;
    });
  },
});

export const liveReducer = slice.reducer;
export const { mapsOpened, keptLoaded, liveChanged, published } = slice.actions;

export function isLoaded({ maps, loaded }: Pick<Live, "maps" | "loaded">): boolean {
  return maps.length > 0 && loaded.length >= maps.length;
}

/** Whether everything is here and every change is told. */
export const isLive = (live: Live): boolean =>
  isLoaded(live) && live.asOf === null && live.following.length >= live.maps.length;
