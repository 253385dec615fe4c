import { combineReducers } from "redux";
import { clockReducer } from "./clock";
import { connectionReducer } from "./connection";
import { draftsReducer } from "./drafts";
import { findingsReducer } from "./findings";
import { layoutReducer } from "./layout";
import { liveReducer } from "./live";
import { lockReducer } from "./lock";
import { navigationReducer } from "./navigation";
import { presenceReducer } from "./presence";
import { publishingReducer } from "./publishing";
import { sessionReducer } from "./session";
import { tableViewsReducer } from "./table-views";

/** Under which name Flex's store holds the plugin's state. */
export const STATE_NAME = "scheduleManager";

export const reducer = combineReducers({
  session: sessionReducer,
  connection: connectionReducer,
  clock: clockReducer,
  layout: layoutReducer,
  lock: lockReducer,
  live: liveReducer,
  drafts: draftsReducer,
  findings: findingsReducer,
  navigation: navigationReducer,
  publishing: publishingReducer,
  tableViews: tableViewsReducer,
  presence: presenceReducer,
});

export type PluginState = ReturnType<typeof reducer>;

/** The part of Flex's state that the plugin knows. */
export interface RootState {
  readonly [STATE_NAME]: PluginState;
}

export const pluginState = (root: RootState): PluginState => root[STATE_NAME];
