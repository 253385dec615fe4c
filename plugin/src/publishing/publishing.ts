import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { CurrentItem } from "@schedule-manager/shared/api/api";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import type { CallCode } from "../functions/call";

interface PublishFailure {
  readonly code: CallCode;
  /** The function's own message, for details. */
  readonly message: string;
  /** The live version of each item that conflicts. */
  readonly items: readonly CurrentItem[];
}

/** This browser's publishes, by the id that was sent. */
interface PublishEntry {
  readonly refs: readonly ItemRef[];
  readonly state: { readonly type: "sending" } | ({ readonly type: "failed" } & PublishFailure);
}

const initialState: Readonly<Record<string, PublishEntry>> = {};

const slice = createSlice({
  name: "scheduleManager/publishing",
  initialState,
  reducers: {
    /** Removes earlier failures whose items are all part of the new publish. */
    publishStarted: (
      state,
      { payload: { id, refs } }: PayloadAction<{ id: string; refs: readonly ItemRef[] }>,
    ) => ({
      ...Object.fromEntries(
        Object.entries(state).filter(
          ([, entry]) => entry.state.type !== "failed" || !entry.refs.every((ref) => refs.includes(ref)),
        ),
      ),
      [id]: { refs, state: { type: "sending" as const } },
    }),
    publishFailed: (state, { payload }: PayloadAction<{ id: string } & PublishFailure>) => {
      const { id, ...failure } = payload;
      const entry = state[id];
      return entry === undefined
        ? state
        : { ...state, [id]: { ...entry, state: { type: "failed" as const, ...failure } } };
    },
    /** The publish succeeded, or the person closed its failure. */
    publishClosed: (state, { payload }: PayloadAction<string>) => {
      const { [payload]: _, ...rest } = state;
      return rest;
    },
  },
});

export const publishingReducer = slice.reducer;
export const { publishStarted, publishFailed, publishClosed } = slice.actions;
