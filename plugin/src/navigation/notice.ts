import { createSlice, type PayloadAction } from "@reduxjs/toolkit";

/** A message that the view shows for a short time. */
interface Notice {
  readonly kind: "error" | "warning" | "success";
  readonly text: string;
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

const slice = createSlice({
  name: "scheduleManager/notice",
  initialState: null as Notice | null,
  reducers: {
    // The newest replaces the one before it, so that messages do not stack.
    noticed: (_, { payload }: PayloadAction<Notice>): Notice | null => payload,
    noticeEnded: () => null,
  },
});

export const noticeReducer = slice.reducer;
export const { noticed, noticeEnded } = slice.actions;
