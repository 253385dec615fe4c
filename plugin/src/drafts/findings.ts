import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";

/** The findings of the catalogue with all drafts applied. */
export interface Findings {
  /** By schedule id; schedules without findings are absent. */
  readonly schedules: Readonly<Record<string, readonly Finding[]>>;
  /** By rule id: findings that do not depend on a schedule. */
  readonly rules: Readonly<Record<string, readonly Finding[]>>;
}

const initialState: Findings = { schedules: {}, rules: {} };

const slice = createSlice({
  name: "scheduleManager/findings",
  initialState,
  reducers: {
    findingsFound: (_, { payload }: PayloadAction<Findings>): Findings => payload,
  },
});

export const findingsReducer = slice.reducer;
export const { findingsFound } = slice.actions;
