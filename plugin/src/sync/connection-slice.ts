import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { ConnectionStatus } from "./connection-manager";

/** Whether the shown data is live, and if not, why. `idle`: nothing has needed Sync yet. */
export type Connection = { readonly type: "idle" } | (ConnectionStatus & { readonly since: number });

const initialState = { type: "idle" } as Connection;

const slice = createSlice({
  name: "scheduleManager/connection",
  initialState,
  reducers: {
    /** `at`: ms since the epoch. Repeating the same state keeps `since`. */
    connectionChanged: (
      state,
      { payload }: PayloadAction<{ to: ConnectionStatus; at: number }>,
    ): Connection => {
      const { to, at } = payload;
      return "since" in state && sameValue(state, { ...to, since: state.since })
        ? state
        : { ...to, since: at };
    },
  },
});

export const connectionReducer = slice.reducer;
export const { connectionChanged } = slice.actions;
