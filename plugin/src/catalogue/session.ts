import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Right, SyncTokenAnswer } from "@schedule-manager/shared/api/api";

/** The person and their right, as the functions answered; null: not answered yet. */
interface Session {
  readonly identity: string;
  readonly right: Right;
  readonly shards: number;
}

const slice = createSlice({
  name: "scheduleManager/session",
  initialState: null as Session | null,
  reducers: {
    sessionOpened: (_, { payload }: PayloadAction<SyncTokenAnswer>): Session => ({
      identity: payload.identity,
      right: payload.right,
      shards: payload.shards,
    }),
  },
});

export const sessionReducer = slice.reducer;
export const { sessionOpened } = slice.actions;
