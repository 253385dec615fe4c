import { createSlice, type PayloadAction } from "@reduxjs/toolkit";

interface Clock {
  /** Server's time minus this computer's, in ms; null: no server has answered yet. */
  readonly offset: number | null;
  /** ms since the epoch: the time for which statuses are shown. */
  readonly now: number;
}

const initialState: Clock = { offset: null, now: 0 };

const slice = createSlice({
  name: "scheduleManager/clock",
  initialState,
  reducers: {
    ticked: (state, { payload }: PayloadAction<number>) => {
      state.now = payload;
    },
    clockCorrected: (state, { payload }: PayloadAction<number>) => {
      state.offset = payload;
    },
  },
});

/** The server's time, ms since the epoch. @param localNow this computer's */
export const correctedNow = ({ offset }: Clock, localNow: number): number => localNow + (offset ?? 0);

export const clockReducer = slice.reducer;
export const { ticked, clockCorrected } = slice.actions;
