import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model";

/** Which page of the view is open. */
export type Page =
  { readonly at: "tables" } | { readonly at: "item"; readonly kind: ItemKind; readonly id: string };

export interface Navigation {
  readonly page: Page;
  /** Where one came from, the last page last. */
  readonly back: readonly Page[];
  /** Which table is shown. */
  readonly table: ItemKind;
}

const TABLES: Page = { at: "tables" };
const initialState: Navigation = { page: TABLES, back: [], table: "schedule" };
const MAX_BACK = 20;

const slice = createSlice({
  name: "scheduleManager/navigation",
  initialState,
  reducers: {
    opened: (state: Navigation, { payload }: PayloadAction<{ kind: ItemKind; id: string }>): Navigation => ({
      ...state,
      page: { at: "item", ...payload },
      back: [...state.back, state.page].slice(-MAX_BACK),
    }),
    wentBack: (state: Navigation): Navigation => ({
      ...state,
      page: state.back[state.back.length - 1] ?? TABLES,
      back: state.back.slice(0, -1),
    }),
    tableChosen: (state: Navigation, { payload }: PayloadAction<ItemKind>): Navigation => ({
      ...state,
      table: payload,
    }),
  },
});

export const navigationReducer = slice.reducer;
export const { opened, wentBack, tableChosen } = slice.actions;
