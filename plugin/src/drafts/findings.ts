import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/model/finding";

/** What validation says of everything as it will be when all drafts are published. */
export interface Findings {
  /** By schedule; those of whom nothing is said are not in it. */
  readonly schedules: Readonly<Record<string, readonly Finding[]>>;
  /** Of rules by themselves, whichever schedule uses them. */
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
