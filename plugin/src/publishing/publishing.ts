import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { CurrentItem } from "@schedule-manager/shared/api/api";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { CallCode } from "../functions/call";

interface PublishFailure {
  readonly code: CallCode;
  /** The function's own words, for details. */
  readonly message: string;
  /** What is there now, of the items that moved. */
  readonly items: readonly CurrentItem[];
}

/** This browser's publishes, each under the id it was sent with. */
interface PublishEntry {
  readonly refs: readonly ItemRef[];
  readonly state: { readonly is: "sending" } | ({ readonly is: "failed" } & PublishFailure);
}

const initialState: Readonly<Record<string, PublishEntry>> = {};

const slice = createSlice({
  name: "scheduleManager/publishing",
  initialState,
  reducers: {
    /** What failed before and is all tried again is no news any more. */
    publishStarted: (
      state,
      { payload: { id, refs } }: PayloadAction<{ id: string; refs: readonly ItemRef[] }>,
    ) => ({
      ...Object.fromEntries(
        Object.entries(state).filter(
          ([, entry]) => entry.state.is !== "failed" || !entry.refs.every((ref) => refs.includes(ref)),
        ),
      ),
      [id]: { refs, state: { is: "sending" as const } },
    }),
    publishFailed: (state, { payload }: PayloadAction<{ id: string } & PublishFailure>) => {
      const { id, ...failure } = payload;
      const entry = state[id];
      return entry === undefined
        ? state
        : { ...state, [id]: { ...entry, state: { is: "failed" as const, ...failure } } };
    },
    /** Done, or its failure was read. */
    publishClosed: (state, { payload }: PayloadAction<string>) => {
      const { [payload]: _, ...rest } = state;
      return rest;
    },
  },
});

export const publishingReducer = slice.reducer;
export const { publishStarted, publishFailed, publishClosed } = slice.actions;
