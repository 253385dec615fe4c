import type { Store } from "redux";
import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import type { CallResult } from "./functions/call";
import { keepCatalogue } from "./kept/keeper";
import { type Kept, keptFrom, type KeptStore } from "./kept/kept";
import { clockCorrected } from "./state/clock";
import { connectionChanged } from "./state/connection";
import { isLoaded, keptLoaded } from "./state/live";
import { followCatalogue, type Stand } from "./state/live-effect";
import { pluginState, type RootState } from "./state/root";
import type { Attachments } from "./sync/attachments";
import type { Connect } from "./sync/connection";
import { type Hub, openHub } from "./sync/hub";
import { openSessions } from "./sync/sessions";
import { findSharedReader } from "./sync/shared-reader";
import {
  busyWait,
  connectWait,
  renewWait,
  rereadWait,
  RESUME_WITHIN,
  sharedWait,
  tokenWait,
} from "./sync/spread";

/** ms that the browser has to bring what it kept; then Sync is asked without it. */
export const KEPT_TIMEOUT = 1000;

export interface OpenSyncOptions {
  readonly host: { readonly token: () => string; readonly identity: string; readonly accountSid: string };
  readonly store: Store<RootState>;
  readonly connect: Connect;
  /** What runs on the connection beside following the catalogue. */
  readonly attachments: Attachments;
  readonly kept: KeptStore;
  readonly askFunctions: () => Promise<CallResult<SyncTokenAnswer>>;
  /** Whether this person may have more rights than reading, which only the functions know. */
  readonly mayEdit: boolean;
  /** How many browsers there are about. */
  readonly agents: number;
  /** ms since the epoch, the server's clock as far as it is known. */
  readonly now: () => number;
  readonly random: () => number;
}

export interface OpenSync {
  /** Tries at once what would be tried later, or not at all. */
  retry(): void;
  close(): void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens the browser's one connection: shows what it kept, and goes on from there; or reads. Agents take turns, see
 * `spread`; who may edit does not wait.
 */
export function openSync(options: OpenSyncOptions): OpenSync {
  const { host, store, connect, attachments, kept, askFunctions, mayEdit, agents, now, random } = options;
  let hub: Hub | null = null;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stand: (() => Stand) | null = null;
  let from: Stand | null = null;
  const isShown = (): boolean => isLoaded(pluginState(store.getState()).live);

  const sessions = openSessions({
    askFunctions,
    findShared: mayEdit
      ? null
      : (isGood) =>
          findSharedReader({
            connect,
            flexToken: host.token,
            isGood,
            wait: () => sharedWait(agents, random()),
          }),
    accountSid: host.accountSid,
    identity: host.identity,
    now,
    wait: () => (isShown() ? pause(tokenWait(agents, random())) : Promise.resolve()),
  });

  const open = (): void => {
    clearTimeout(timer);
    if (hub !== null || closed) return;
    attachments.add(
      followCatalogue((action) => store.dispatch(action), {
        from,
        onStand: (ask) => (stand = ask),
        onShards: (shards) => {
          sessions.learnShards(shards);
        },
        rereadAfter: () => rereadWait(agents, random()),
      }),
    );
    hub = openHub({
      connect,
      syncToken: (why) => sessions.next(why),
      onState: (to) => {
        store.dispatch(connectionChanged({ to, at: now() }));
      },
      attachments,
      random,
      renewAfter: (life) => renewWait(life, random()),
      busyWait: () => (isShown() ? busyWait(agents, random()) : 0),
    });
  };

  const stopKeeping = keepCatalogue({
    store,
    kept,
    stand: () => stand?.() ?? null,
    reader: () => sessions.reader(),
    now,
  });

  const begin = (found: Kept | null): void => {
    if (closed) return;
    if (found === null) {
      open();
      return;
    }
    store.dispatch(keptLoaded(found.catalogue));
    const { offset } = pluginState(store.getState()).clock;
    // A computer's clock is seldom set: until the server says, it is as wrong as it was.
    if (offset === null && found.offset !== null) store.dispatch(clockCorrected(found.offset));
    sessions.remember(found.reader);
    const recent = now() - found.catalogue.asOf < RESUME_WITHIN;
    if (recent) from = found.stand;
    // What was kept long ago is worth little: read at once, as after a login.
    const wait = recent && !mayEdit ? connectWait(agents, random()) : 0;
    timer = setTimeout(open, wait);
  };

  store.dispatch(connectionChanged({ to: { state: "connecting" }, at: now() }));
  void Promise.race([kept.load(), pause(KEPT_TIMEOUT).then(() => null)]).then((loaded) => {
    begin(keptFrom(loaded, now()));
  });
  return {
    retry() {
      if (hub === null) open();
      else hub.retry();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      stopKeeping();
      hub?.close();
    },
  };
}
