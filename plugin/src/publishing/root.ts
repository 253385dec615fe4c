import type { publishUndoReducer } from "./publish-undo";
import type { publishingReducer } from "./publishing";
import type { STATE_NAME } from "../catalogue/root";
import type { NavigationState } from "../navigation/root";

/** The slices that this layer reads. */
export interface PublishingState extends NavigationState {
  readonly publishing: ReturnType<typeof publishingReducer>;
  readonly publishUndo: ReturnType<typeof publishUndoReducer>;
}
export interface PublishingRoot {
  readonly [STATE_NAME]: PublishingState;
}
