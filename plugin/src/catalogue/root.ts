import type { connectionReducer } from "../sync/connection-slice";
import type { sessionReducer } from "./session";
import type { clockReducer } from "./clock";
import type { layoutReducer } from "./layout";
import type { headReducer } from "./head";
import type { liveReducer } from "./live";

/** Under which name Flex's store holds the plugin's state. */
export const STATE_NAME = "scheduleManager";

/** The plugin's part of Flex's state, as much of it as the caller knows. */
export const pluginState = <S>(root: { readonly [STATE_NAME]: S }): S => root[STATE_NAME];

/** What catalogue knows of the plugin's state: its own slices, and those that it builds on. */
export interface CatalogueState {
  readonly connection: ReturnType<typeof connectionReducer>;
  readonly session: ReturnType<typeof sessionReducer>;
  readonly clock: ReturnType<typeof clockReducer>;
  readonly layout: ReturnType<typeof layoutReducer>;
  readonly lock: ReturnType<typeof headReducer>;
  readonly live: ReturnType<typeof liveReducer>;
}
export interface CatalogueRoot {
  readonly [STATE_NAME]: CatalogueState;
}
