import type { connectionReducer } from "../sync/connection-slice";
import type { sessionReducer } from "./session";
import type { clockReducer } from "./clock";
import type { layoutReducer } from "./layout";
import type { headReducer } from "./head";
import type { liveReducer } from "./live";

/** The key of the plugin's state in Flex's store. */
export const STATE_NAME = "scheduleManager";

/** The plugin's state within Flex's, typed as far as the caller needs. */
export const pluginState = <S>(root: { readonly [STATE_NAME]: S }): S => root[STATE_NAME];

/** The slices that this layer reads. */
export interface CatalogueState {
  readonly connection: ReturnType<typeof connectionReducer>;
  readonly session: ReturnType<typeof sessionReducer>;
  readonly clock: ReturnType<typeof clockReducer>;
  readonly layout: ReturnType<typeof layoutReducer>;
  readonly head: ReturnType<typeof headReducer>;
  readonly live: ReturnType<typeof liveReducer>;
}
export interface CatalogueRoot {
  readonly [STATE_NAME]: CatalogueState;
}
