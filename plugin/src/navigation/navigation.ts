import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { draftsRekeyed } from "../drafts/drafts";
import type { NewKeys } from "../drafts/provisional-keys";
import { type Page, parentOf, type Tab } from "./page";
import type { TableView } from "./table-view";

/** A page in the browser's history. */
export interface Entry {
  readonly page: Page;
  /** Its place among the entries of this view. */
  readonly at: number;
}

export interface Navigation extends Entry {
  /** The previous pages, the latest last. Their places have gaps where items are gone. */
  readonly back: readonly Entry[];
  /** Final keys of items that have been published, for entries from before. */
  readonly keys: NewKeys;
}

/** What an address asks for. */
export interface Visited extends Entry {
  readonly back: readonly Entry[];
  /** null: no table, or its view stays. */
  readonly view: TableView | null;
}

const initialState: Navigation = {
  page: { type: "tables", tab: "schedule" },
  at: 0,
  back: [],
  keys: {},
};
const MAX_BACK = 20;

const forth = (state: Navigation, page: Page): Navigation => ({
  ...state,
  page,
  at: state.at + 1,
  back: [...state.back, { page: state.page, at: state.at }].slice(-MAX_BACK),
});

/** Returns to the last of some previous pages, or to the page above. */
function backTo(state: Navigation, back: readonly Entry[]): Navigation {
  const last = back[back.length - 1];
  return last === undefined
    ? { ...state, page: parentOf(state.page), back }
    : { ...state, ...last, back: back.slice(0, -1) };
}

function rekeyed<T extends Entry>(entry: T, keys: NewKeys): T {
  const { page } = entry;
  if (!("id" in page)) return entry;
  const id = keys[itemRef(page.kind, page.id)];
  return id === undefined ? entry : { ...entry, page: { ...page, id } };
}

const slice = createSlice({
  name: "scheduleManager/navigation",
  initialState,
  reducers: {
    opened: (state: Navigation, { payload }: PayloadAction<{ kind: ItemKind; id: string }>): Navigation =>
      forth(state, { type: "item", ...payload }),
    historyOpened: (
      state: Navigation,
      { payload }: PayloadAction<{ kind: ItemKind; id: string }>,
    ): Navigation => forth(state, { type: "history", ...payload }),
    importExportOpened: (state: Navigation): Navigation => forth(state, { type: "transfer" }),
    tabChosen: (state: Navigation, { payload: tab }: PayloadAction<Tab>): Navigation =>
      state.page.type === "tables" && state.page.tab === tab ? state : forth(state, { type: "tables", tab }),
    wentBack: (state: Navigation): Navigation => backTo(state, state.back),
    /** Removes the pages of deleted items; an open one returns to the page before it. */
    itemsGone: (state: Navigation, { payload }: PayloadAction<readonly ItemRef[]>): Navigation => {
      const isGone = ({ page }: Entry): boolean =>
        page.type === "item" && payload.includes(itemRef(page.kind, page.id));
      const back = state.back.filter((entry) => !isGone(entry));
      return isGone(state) ? backTo(state, back) : { ...state, back };
    },
    /** The browser's address changed. */
    visited: (state: Navigation, { payload }: PayloadAction<Visited>): Navigation => {
      const { page, at } = rekeyed(payload, state.keys);
      const shown = sameValue(page, state.page) ? state.page : page;
      return { ...state, page: shown, at, back: payload.back.map((entry) => rekeyed(entry, state.keys)) };
    },
  },
  extraReducers: (builder) => {
    builder.addCase(draftsRekeyed, (state: Navigation, { payload }): Navigation => ({
      ...rekeyed(state, payload),
      back: state.back.map((entry) => rekeyed(entry, payload)),
      keys: { ...state.keys, ...payload },
    }));
  },
});

export const navigationReducer = slice.reducer;
export const { opened, historyOpened, importExportOpened, tabChosen, wentBack, itemsGone, visited } =
  slice.actions;
