import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { draftsRekeyed } from "../drafts/drafts";
import type { NewKeys } from "../drafts/provisional-keys";

/** The open page of the view. */
export type Page =
  | { readonly type: "tables" }
  | { readonly type: "item"; readonly kind: ItemKind; readonly id: string }
  | { readonly type: "transfer" }
  | { readonly type: "history"; readonly kind: ItemKind; readonly id: string };

/** The tab of the start page. */
export type Tab = ItemKind | "history";

interface Navigation {
  readonly page: Page;
  /** The previous pages, the latest last. */
  readonly back: readonly Page[];
  readonly tab: Tab;
}

const TABLES: Page = { type: "tables" };
const initialState: Navigation = { page: TABLES, back: [], tab: "schedule" };
const MAX_BACK = 20;

const forth = (state: Navigation, page: Page): Navigation => ({
  ...state,
  page,
  back: [...state.back, state.page].slice(-MAX_BACK),
});
function rekeyed(page: Page, keys: NewKeys): Page {
  if (!("id" in page)) return page;
  const id = keys[itemRef(page.kind, page.id)];
  return id === undefined ? page : { ...page, id };
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
    wentBack: (state: Navigation): Navigation => ({
      ...state,
      page: state.back[state.back.length - 1] ?? TABLES,
      back: state.back.slice(0, -1),
    }),
    /** Removes the pages of deleted items; an open one returns to the page before it. */
    itemsGone: (state: Navigation, { payload }: PayloadAction<readonly ItemRef[]>): Navigation => {
      const isGone = (page: Page): boolean =>
        page.type === "item" && payload.includes(itemRef(page.kind, page.id));
      const back = state.back.filter((page) => !isGone(page));
      return isGone(state.page)
        ? { ...state, page: back[back.length - 1] ?? TABLES, back: back.slice(0, -1) }
        : { ...state, back };
    },
    tabChosen: (state: Navigation, { payload }: PayloadAction<Tab>): Navigation => ({
      ...state,
      tab: payload,
    }),
  },
  extraReducers: (builder) => {
    builder.addCase(draftsRekeyed, (state: Navigation, { payload }): Navigation => ({
      ...state,
      page: rekeyed(state.page, payload),
      back: state.back.map((page) => rekeyed(page, payload)),
    }));
  },
});

export const navigationReducer = slice.reducer;
export const {
  opened,
  historyOpened,
  importExportOpened: importExportOpened,
  wentBack,
  itemsGone,
  tabChosen,
} = slice.actions;
