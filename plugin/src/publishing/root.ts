import type { publishingReducer } from "./publishing";
import type { STATE_NAME } from "../catalogue/root";
import type { NavigationState } from "../navigation/root";

/** What publishing knows of the plugin's state: its own slices, and those that it builds on. */
export interface PublishingState extends NavigationState {
  readonly publishing: ReturnType<typeof publishingReducer>;
}
export interface PublishingRoot {
  readonly [STATE_NAME]: PublishingState;
}
