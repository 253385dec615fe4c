import type { STATE_NAME } from "../catalogue/root";
import { combineReducers } from "redux";
import { clockReducer } from "../catalogue/clock";
import { connectionReducer } from "../sync/connection-slice";
import { draftsReducer } from "../drafts/drafts";
import { findingsReducer } from "../drafts/findings";
import { layoutReducer } from "../catalogue/layout";
import { liveReducer } from "../catalogue/live";
import { headReducer } from "../catalogue/head";
import { navigationReducer } from "../navigation/navigation";
import { presenceReducer } from "../locks/presence";
import { publishUndoReducer } from "../publishing/publish-undo";
import { publishingReducer } from "../publishing/publishing";
import { noticeReducer } from "../navigation/notice";
import { sessionReducer } from "../catalogue/session";
import { tableChoicesReducer } from "../navigation/table-choices";
import { tableViewsReducer } from "../navigation/table-views";

export const reducer = combineReducers({
  session: sessionReducer,
  connection: connectionReducer,
  clock: clockReducer,
  layout: layoutReducer,
  head: headReducer,
  live: liveReducer,
  drafts: draftsReducer,
  findings: findingsReducer,
  navigation: navigationReducer,
  publishing: publishingReducer,
  publishUndo: publishUndoReducer,
  notice: noticeReducer,
  tableViews: tableViewsReducer,
  tableChoices: tableChoicesReducer,
  presence: presenceReducer,
});

type PluginState = ReturnType<typeof reducer>;

/** The plugin's state within Flex's. */
export interface RootState {
  readonly [STATE_NAME]: PluginState;
}
