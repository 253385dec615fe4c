import { createAction, createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { visited } from "./navigation";
import { type Arrangement, DEFAULT_TABLE_VIEW, type TableView, type TableViews } from "./table-view";

const initialState: TableViews = { schedule: DEFAULT_TABLE_VIEW, rule: DEFAULT_TABLE_VIEW };

/** The tables are arranged as this person left them at the last visit. */
export const tablesArranged = createAction<Readonly<Record<ItemKind, Arrangement>>>(
  "scheduleManager/tableViews/tablesArranged",
);

const slice = createSlice({
  name: "scheduleManager/tableViews",
  initialState,
  reducers: {
    /** A change of search, filter or sorting returns to the first page. */
    tableViewChanged: (
      state: TableViews,
      { payload }: PayloadAction<{ kind: ItemKind; to: Partial<TableView> }>,
    ): TableViews => ({ ...state, [payload.kind]: { ...state[payload.kind], page: 1, ...payload.to } }),
  },
  extraReducers: (builder) => {
    builder
      .addCase(tablesArranged, (state: TableViews, { payload }): TableViews => ({
        schedule: { ...state.schedule, ...payload.schedule },
        rule: { ...state.rule, ...payload.rule },
      }))
      .addCase(visited, (state: TableViews, { payload: { page, view } }): TableViews =>
        page.type === "tables" && page.tab !== "history" && view !== null
          ? { ...state, [page.tab]: view }
          : state,
      );
  },
});

export const tableViewsReducer = slice.reducer;
export const { tableViewChanged } = slice.actions;
