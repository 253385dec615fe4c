import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model/model";

/** The search, filter, sorting and page of a table, kept while an item is open. */
export interface TableView {
  readonly query: string;
  /** One of the table's filters. */
  readonly filter: string;
  /** One of the table's columns. */
  readonly by: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const FIRST: TableView = { query: "", filter: "all", by: "name", descending: false, page: 1 };
const initialState: Readonly<Record<ItemKind, TableView>> = { schedule: FIRST, rule: FIRST };

const slice = createSlice({
  name: "scheduleManager/tableViews",
  initialState,
  reducers: {
    /** A change of search, filter or sorting returns to the first page. */
    tableViewChanged: (
      state: typeof initialState,
      { payload }: PayloadAction<{ kind: ItemKind; to: Partial<TableView> }>,
    ) => ({ ...state, [payload.kind]: { ...state[payload.kind], page: 1, ...payload.to } }),
  },
});

export const tableViewsReducer = slice.reducer;
export const { tableViewChanged } = slice.actions;
