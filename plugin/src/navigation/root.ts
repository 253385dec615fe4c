import type { navigationReducer } from "./navigation";
import type { tableChoicesReducer } from "./table-choices";
import type { tableViewsReducer } from "./table-views";
import type { STATE_NAME } from "../catalogue/root";
import type { DraftsState } from "../drafts/root";

/** The slices that this layer reads. */
export interface NavigationState extends DraftsState {
  readonly navigation: ReturnType<typeof navigationReducer>;
  readonly tableViews: ReturnType<typeof tableViewsReducer>;
  readonly tableChoices: ReturnType<typeof tableChoicesReducer>;
}
export interface NavigationRoot {
  readonly [STATE_NAME]: NavigationState;
}
