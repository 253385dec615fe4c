import type { draftsReducer } from "./drafts";
import type { findingsReducer } from "./findings";
import type { CatalogueState, STATE_NAME } from "../catalogue/root";

/** The slices that this layer reads. */
export interface DraftsState extends CatalogueState {
  readonly drafts: ReturnType<typeof draftsReducer>;
  readonly findings: ReturnType<typeof findingsReducer>;
}
export interface DraftsRoot {
  readonly [STATE_NAME]: DraftsState;
}
