import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";

/** The Document `head`: the publish lease and the generation. null: not read yet, or this person may not edit. */
const slice = createSlice({
  name: "scheduleManager/head",
  initialState: null as CatalogueHead | null,
  reducers: {
    headChanged: (_, { payload }: PayloadAction<CatalogueHead | null>) => payload,
  },
});

export const headReducer = slice.reducer;
export const { headChanged: headChanged } = slice.actions;
