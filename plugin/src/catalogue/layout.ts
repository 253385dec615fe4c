import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { CatalogueLayout } from "@schedule-manager/shared/sync/layout";

/** The Document `layout`: the generation and the number of shards. null: not read yet. */
const slice = createSlice({
  name: "scheduleManager/layout",
  initialState: null as CatalogueLayout | null,
  reducers: {
    layoutChanged: (_, { payload }: PayloadAction<CatalogueLayout | null>) => payload,
  },
});

export const layoutReducer = slice.reducer;
export const { layoutChanged } = slice.actions;
