import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { CatalogueLayout } from "@schedule-manager/shared/sync/layout";

/** The Document `layout` as it is now: how often was published, and which maps there are; null: not read yet. */
const slice = createSlice({
  name: "scheduleManager/layout",
  initialState: null as CatalogueLayout | null,
  reducers: {
    layoutChanged: (_, { payload }: PayloadAction<CatalogueLayout | null>) => payload,
  },
});

export const layoutReducer = slice.reducer;
export const { layoutChanged } = slice.actions;
