import type { presenceReducer } from "./presence";
import type { STATE_NAME } from "../catalogue/root";
import type { PublishingState } from "../publishing/root";

/** What locks knows of the plugin's state: its own slices, and those that it builds on. */
interface LocksState extends PublishingState {
  readonly presence: ReturnType<typeof presenceReducer>;
}
export interface LocksRoot {
  readonly [STATE_NAME]: LocksState;
}
