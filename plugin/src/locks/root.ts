import type { presenceReducer } from "./presence";
import type { STATE_NAME } from "../catalogue/root";
import type { PublishingState } from "../publishing/root";

/** The slices that this layer reads. */
interface LocksState extends PublishingState {
  readonly presence: ReturnType<typeof presenceReducer>;
}
export interface LocksRoot {
  readonly [STATE_NAME]: LocksState;
}
