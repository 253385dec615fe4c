import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { type Arrangement, arrangementOf, DEFAULT_TABLE_VIEW } from "./table-view";
import { tablesArranged, tableViewChanged } from "./table-views";

/** The row density and page size of all tables. */
export interface TableLook {
  readonly isCompact: boolean;
  /** One of `PAGE_SIZES`. */
  readonly pageSize: number;
}

export const PAGE_SIZES = [25, 50, 100] as const;

/**
 * What a person last chose for the tables. An opened address can arrange a table in another way, which this keeps
 * apart.
 */
export interface TableChoices {
  readonly look: TableLook;
  readonly tables: Readonly<Record<ItemKind, Arrangement>>;
}

const FIRST = arrangementOf(DEFAULT_TABLE_VIEW);
const initialState: TableChoices = {
  look: { isCompact: false, pageSize: PAGE_SIZES[0] },
  tables: { schedule: FIRST, rule: FIRST },
};

const slice = createSlice({
  name: "scheduleManager/tableChoices",
  initialState,
  reducers: {
    tableLookChanged: (
      state: TableChoices,
      { payload }: PayloadAction<Partial<TableLook>>,
    ): TableChoices => ({ ...state, look: { ...state.look, ...payload } }),
  },
  extraReducers: (builder) => {
    builder
      .addCase(tablesArranged, (state: TableChoices, { payload: tables }): TableChoices => ({
        ...state,
        tables,
      }))
      .addCase(tableViewChanged, (state: TableChoices, { payload: { kind, to } }): TableChoices => {
        const { tables } = state;
        if (!("group" in to || "by" in to || "descending" in to)) return state;
        return { ...state, tables: { ...tables, [kind]: arrangementOf({ ...tables[kind], ...to }) } };
      });
  },
});

export const tableChoicesReducer = slice.reducer;
export const { tableLookChanged } = slice.actions;
