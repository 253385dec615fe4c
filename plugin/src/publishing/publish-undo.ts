import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Rule } from "@schedule-manager/shared/model/model";

interface ChangedClose {
  readonly id: string;
  readonly before: ManualClose | null;
  readonly after: ManualClose | null;
}

export interface CloseUndo {
  readonly type: "closed" | "reopened";
  /** The schedule's name, when it is one. */
  readonly name: string | null;
  readonly count: number;
  readonly changed: readonly ChangedClose[];
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

export interface TodayUndo {
  readonly type: "today";
  readonly name: string;
  /** The end of today's hours, as shown. */
  readonly closing: string;
  readonly scheduleId: string;
  /** The schedule's rules. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Ids of the rules that the change made. */
  readonly created: readonly string[];
  readonly deleted: readonly Rule[];
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

/** A change that was published at once, and can be undone for a short time. */
export type PublishUndo = CloseUndo | TodayUndo;

const slice = createSlice({
  name: "scheduleManager/publishUndo",
  initialState: null as PublishUndo | null,
  reducers: {
    undoOffered: (_, { payload }: PayloadAction<PublishUndo>): PublishUndo | null => payload,
    undoEnded: () => null,
  },
});

export const publishUndoReducer = slice.reducer;
export const { undoOffered, undoEnded } = slice.actions;
