import type { draftsReducer } from "./drafts";
import type { findingsReducer } from "./findings";
import type { CatalogueState, STATE_NAME } from "../catalogue/root";

/** What drafts knows of the plugin's state: its own slices, and those that it builds on. */
export interface DraftsState extends CatalogueState {
  readonly drafts: ReturnType<typeof draftsReducer>;
  readonly findings: ReturnType<typeof findingsReducer>;
}
export interface DraftsRoot {
  readonly [STATE_NAME]: DraftsState;
}
