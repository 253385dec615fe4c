import type { Store } from "redux";
import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { Debug } from "../debug/debug";
import type { CallResult } from "../functions/call";
import { storeCatalogue } from "../catalogue/cache/keep-cache";
import {
  type CachedPage,
  storedCatalogueFrom,
  type CatalogueCache,
} from "../catalogue/cache/stored-catalogue";
import { clockCorrected } from "../catalogue/clock";
import { connectionChanged } from "../sync/connection-slice";
import { isLoaded, cacheLoaded } from "../catalogue/live";
import { followCatalogue } from "../catalogue/live-effect";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import type { Connect } from "../sync/connection";
import { ConnectionManager } from "../sync/connection-manager";
import type { ConnectionTask } from "../sync/connection-task";
import { readingWait, renewWait } from "../sync/jitter";
import { tokenSource } from "../sync/token-source";

/** ms to wait for the cache before connecting without it. */
const CACHE_TIMEOUT = 1000;

export interface BrowserSyncOptions {
  readonly identity: string;
  readonly store: Store<RootState>;
  readonly connect: Connect;
  readonly cache: CatalogueCache;
  readonly askFunctions: () => Promise<CallResult<SyncTokenAnswer>>;
  /**
   * Whether this person's roles include an editor's. The functions check authorization; this only decides waits.
   */
  readonly mayEdit: boolean;
  /** Whether the person may open the view, with a token that is not cached. */
  readonly mayView: boolean;
  /** Whether the view is open. */
  readonly isShown: () => boolean;
  /** The approximate number of browsers that use the plugin. */
  readonly agents: number;
  /** ms since the epoch, corrected to the server's clock. */
  readonly now: () => number;
  readonly random: () => number;
  readonly debug: Debug;
}

export interface BrowserSync {
  /** Shows the cached catalogue and opens the connection. A later call ends the first wait if the view is open. */
  open(): void;
  /** Runs a task on the connection, see `ConnectionManager`. */
  addTask(task: ConnectionTask): () => void;
  /** Makes the pending attempt now, and starts again after a final failure. */
  retry(): void;
  close(): void;
}

const pause = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));

/**
 * Combines the browser's one connection and its cached catalogue. Agents connect after a random wait, since they see
 * the cache meanwhile; editors connect at once.
 */
export function browserSync(options: BrowserSyncOptions): BrowserSync {
  const {
    identity,
    store,
    connect,
    cache,
    askFunctions,
    mayEdit,
    mayView,
    isShown,
    agents,
    now,
    random,
    debug,
  } = options;
  const trace = debug.trace("connection");
  let isOpened = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopKeeping = (): void => undefined;

  const jitter = (): number =>
    mayEdit || isShown() || !isLoaded(pluginState(store.getState()).live) ? 0 : readingWait(agents, random());
  const tokens = tokenSource({ askFunctions, identity, mayView, now, trace });
  const manager = new ConnectionManager({
    connect,
    fetchToken: (why) => tokens.fetch(why),
    onStatus: (to) => {
      trace?.(`status: ${to.type}`, to);
      store.dispatch(connectionChanged({ to, at: now() }));
    },
    random,
    renewAfter: (life) => renewWait(life, random()),
    jitter,
    onTransition: trace && ((from, event, to) => trace(`${from} → ${to} on "${event}"`)),
  });
  manager.addTask(
    followCatalogue((action) => store.dispatch(action), {
      trace: debug.trace("catalogue"),
      random,
      onShards: (shards) => {
        tokens.learnShards(shards);
      },
    }),
  );

  const begin = (found: CachedPage | null): void => {
    if (isClosed) return;
    if (found !== null) {
      store.dispatch(cacheLoaded(found.catalogue));
      const { offset } = pluginState(store.getState()).clock;
      // A computer's clock error rarely changes, so the cached offset is the best guess until a server answers.
      if (offset === null && found.offset !== null) store.dispatch(clockCorrected(found.offset));
      tokens.restore(found.token);
    }
    const wait = jitter();
    trace?.(`connects in ${wait} ms: ${found === null ? "no usable cache" : "showing the cache"}`, {
      agents,
      mayEdit,
      isShown: isShown(),
      asOf: found?.catalogue.asOf,
    });
    timer = setTimeout(connectNow, wait);
  };
  const connectNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    manager.open();
  };

  return {
    addTask: (task) => manager.addTask(task),
    open() {
      if (isOpened) {
        if (timer !== undefined && isShown()) connectNow();
        return;
      }
      isOpened = true;
      stopKeeping = storeCatalogue({ store, cache, token: () => tokens.stored(), now });
      store.dispatch(connectionChanged({ to: { type: "connecting" }, at: now() }));
      // A browser without the cache takes a quarter of a second to create it.
      if (mayEdit || isShown()) tokens.askEarly();
      void Promise.race([cache.load(), pause(CACHE_TIMEOUT)]).then((loaded) => {
        begin(storedCatalogueFrom(loaded, now()));
      });
    },
    retry() {
      clearTimeout(timer);
      manager.retry();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      stopKeeping();
      manager.close();
    },
  };
}
