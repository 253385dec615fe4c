import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";

interface ChangedClose {
  readonly id: string;
  readonly before: ManualClose | null;
  readonly after: ManualClose | null;
}

/** A published change of manual closes that can be undone for a short time. */
export interface CloseUndo {
  readonly type: "closed" | "reopened";
  /** The schedule's name, when it is one. */
  readonly name: string | null;
  readonly count: number;
  readonly changed: readonly ChangedClose[];
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

const slice = createSlice({
  name: "scheduleManager/closeUndo",
  initialState: null as CloseUndo | null,
  reducers: {
    closeUndoOffered: (_, { payload }: PayloadAction<CloseUndo>): CloseUndo | null => payload,
    closeUndoEnded: () => null,
  },
});

export const closeUndoReducer = slice.reducer;
export const { closeUndoOffered, closeUndoEnded } = slice.actions;
