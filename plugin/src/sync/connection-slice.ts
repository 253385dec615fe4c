import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
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
      const same =
        state.type === to.type &&
        ("reason" in state ? state.reason : null) === ("reason" in to ? to.reason : null);
      return same ? state : { ...to, since: at };
    },
  },
});

export const connectionReducer = slice.reducer;
export const { connectionChanged } = slice.actions;
