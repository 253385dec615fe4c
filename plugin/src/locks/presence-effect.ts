import { entriesOf } from "@schedule-manager/shared/collections/keys";
import type { Store } from "redux";
import { parsePresence } from "@schedule-manager/shared/sync/layout-schema";
import { MAX_RELEASED, type ReleaseLocksRequest } from "@schedule-manager/shared/api/api";
import { type ItemRef, PRESENCE, type PresenceData } from "@schedule-manager/shared/sync/layout";
import type { Trace } from "../debug/debug";
import type { SyncConnection } from "../sync/connection";
import type { ConnectionTask } from "../sync/connection-task";
import {
  beat,
  claim,
  HEARTBEAT,
  lastHeartbeat,
  LOCK_TTL,
  type LockEntry,
  type LockOwner,
  release,
  RELEASED_TTL,
  STALE_AFTER,
  takeOver,
} from "./edit-lock";
import { followPresence, lockEntry } from "./follow-presence";
import {
  type Presence,
  presenceBegun,
  presenceChanged,
  type PresenceEvent,
  presenceJudged,
  type Taken,
} from "./presence";
import { pluginState } from "../catalogue/root";
import type { LocksRoot } from "./root";
import type { DraftSelectors } from "../drafts/selectors";
import type { Page } from "../navigation/page";
import { observe } from "../redux/observe";
import { createWantedSelector, selectLockOwner, selectOwnLocks } from "./selectors";
import { syncTime } from "./sync-time";

export interface PresenceDeps {
  readonly store: Pick<Store<LocksRoot>, "dispatch" | "getState" | "subscribe">;
  readonly selectors: DraftSelectors;
  /** This page as an owner. The id is constant; the name may arrive later. */
  readonly owner: () => LockOwner;
  /** ms, monotonic. */
  readonly monotonic: () => number;
  /** ms since the epoch, this computer's clock, which also dates drafts. */
  readonly localNow: () => number;
  /** Called when another page took over an item that this page edited. */
  readonly onTaken: (ref: ItemRef, taken: Taken) => void;
  /** Releases locks by a request that outlives the page. */
  readonly releaseLocks: (request: ReleaseLocksRequest) => void;
  readonly trace?: Trace | undefined;
}

export interface PresenceControl {
  readonly task: ConnectionTask;
  /** An inactive page holds no locks. */
  setActive(active: boolean): void;
  /** Resolves to whether the lock was taken. */
  takeOver(ref: ItemRef): Promise<boolean>;
  /** Releases the page's locks as it ends, when the socket may close before a release is sent. */
  leave(): void;
  close(): void;
}

const isConnected = (root: LocksRoot): boolean => pluginState(root).connection.type === "connected";
const entriesIn = (event: PresenceEvent): readonly LockEntry[] =>
  event.type === "reset" ? event.entries : event.type === "changed" ? [event.entry] : [];

/** Holds the locks of the items edited in this page, and follows those of other pages. */
export function runPresence({
  store,
  selectors,
  owner,
  monotonic,
  localNow,
  onTaken,
  releaseLocks,
  trace,
}: PresenceDeps): PresenceControl {
  const selectWanted = createWantedSelector(selectors, localNow());
  const time = syncTime(monotonic);
  const writing = new Set<ItemRef>();
  /** Failed or skipped writes wait for an event of the item or for the next heartbeat. */
  const resting = new Set<ItemRef>();
  let sync: SyncConnection | null = null;
  /**
   * Whether all events missed during a disconnect have arrived. Nothing is written before: Sync restarts the
   * revisions of a lock that it removed, so an unseen lock can have the revision of the known one.
   */
  let caughtUp = false;
  let active = true;
  let stale: ReturnType<typeof setTimeout> | undefined;

  const mayWrite = (): boolean => sync !== null && caughtUp && isConnected(store.getState());
  const entryOf = (ref: ItemRef): LockEntry | undefined =>
    pluginState(store.getState()).presence.entries[ref];
  const openPage = (): Page => pluginState(store.getState()).navigation.page;
  /** The items that the person took over on a page. Their locks last until that page is left, also those of other items. */
  let takenOver: { readonly page: Page; readonly refs: Set<ItemRef> } = { page: openPage(), refs: new Set() };
  const wanted = (): readonly ItemRef[] => {
    if (!active) return [];
    const more = takenOver.page === openPage() ? takenOver.refs : [];
    return [...new Set([...selectWanted(store.getState()), ...more])];
  };

  function notify(events: readonly PresenceEvent[]): void {
    for (const { updated } of events.flatMap(entriesIn)) time.receive(updated);
    store.dispatch(presenceChanged({ events, now: time.now() }));
    if (caughtUp || !events.some(({ type }) => type === "caughtUp")) return;
    caughtUp = true;
    heartbeat("all");
  }

  async function write(
    what: "claim" | "beat" | "release" | "take over",
    ref: ItemRef,
    ttl: number,
    change: (current: PresenceData | null) => PresenceData | null,
  ): Promise<boolean> {
    if (sync === null) return false;
    writing.add(ref);
    try {
      const item = await sync.changeItem(PRESENCE, ref, ttl, (data) => change(parsePresence(data)));
      const entry = item === null ? null : lockEntry(item);
      trace?.(`${what} ${ref}: ${entry === null ? "unchanged" : "written"}`, item?.data);
      if (entry === null) resting.add(ref);
      else notify([{ type: "changed", entry }]);
      return entry !== null;
    } catch (error) {
      trace?.(`${what} ${ref}: failed`, error);
      resting.add(ref);
      return false;
    } finally {
      writing.delete(ref);
      settle();
    }
  }
  const since = (): string => new Date(time.now()).toISOString();

  /** An automatic write: it is dropped if the socket is lost before it is sent. */
  const keep: typeof write = (what, ref, ttl, change) =>
    write(what, ref, ttl, (current) => (mayWrite() ? change(current) : null));

  /** Takes and releases locks so that the held ones match the wanted ones. */
  function settle(): void {
    if (!mayWrite()) return;
    const want = wanted();
    const may = (ref: ItemRef): boolean => !writing.has(ref) && !resting.has(ref);
    for (const ref of want.filter(may)) {
      if (selectLockOwner(store.getState(), ref).type !== "nobody") continue;
      const seen = entryOf(ref)?.data;
      void keep("claim", ref, LOCK_TTL, (current) => claim(current, owner(), since(), seen));
    }
    for (const ref of selectOwnLocks(store.getState()).filter(may)) {
      if (!want.includes(ref))
        void keep("release", ref, RELEASED_TTL, (current) => release(current, owner()));
    }
  }

  /** Renews the page's locks: the oldest at each heartbeat; all after a disconnect, when Sync may have removed them. */
  function heartbeat(which: "oldest" | "all"): void {
    resting.clear();
    if (!mayWrite()) return;
    const want = wanted();
    const mine = selectOwnLocks(store.getState())
      .flatMap((ref) => entryOf(ref) ?? [])
      .filter(({ ref }) => !writing.has(ref) && want.includes(ref))
      .sort((a, b) => a.updated - b.updated);
    for (const { ref, data } of which === "all" ? mine : mine.slice(0, 1))
      void keep("beat", ref, LOCK_TTL, (current) => beat(current, data));
    settle();
  }

  /** Plans the moment at which the next lock of another page expires. */
  function planJudging(): void {
    clearTimeout(stale);
    const { entries, now } = pluginState(store.getState()).presence;
    const pages = new Set(Object.values(entries).flatMap((entry) => entry?.data.lockId || []));
    const ends = [...pages]
      .map((lockId) => lastHeartbeat(entries, lockId) + STALE_AFTER + 1)
      .filter((end) => end > now);
    if (ends.length === 0) return;
    const wait = Math.max(1, Math.min(...ends) - time.now());
    stale = setTimeout(() => void store.dispatch(presenceJudged(time.now())), wait);
  }

  store.dispatch(presenceBegun(owner()));
  const presenceMoved = (now: Presence, before: Presence): void => {
    planJudging();
    for (const ref of resting) if (before.entries[ref] !== now.entries[ref]) resting.delete(ref);
    for (const [ref, taken] of entriesOf(now.taken)) {
      if (before.taken[ref] === taken) continue;
      trace?.(`${ref} was taken over`, taken);
      onTaken(ref, taken);
    }
  };
  const observers = [
    observe(store, (root: LocksRoot) => pluginState(root).presence, presenceMoved),
    observe(store, isConnected, (connected) => {
      if (!connected) caughtUp = false;
    }),
    observe<LocksRoot, unknown>(store, pluginState, settle),
  ];
  const heart = setInterval(() => {
    heartbeat("oldest");
  }, HEARTBEAT);

  return {
    task: (connection, session) => {
      time.receive(session.now);
      if (session.right !== "edit") return () => undefined;
      sync = connection;
      caughtUp = false;
      const stop = followPresence(connection, notify);
      return () => {
        sync = null;
        stop();
      };
    },
    setActive(now) {
      if (active === now) return;
      active = now;
      // A release that found no lock is no reason to wait on return.
      resting.clear();
      settle();
    },
    takeOver(ref) {
      const page = openPage();
      if (takenOver.page !== page) takenOver = { page, refs: new Set() };
      takenOver.refs.add(ref);
      return write("take over", ref, LOCK_TTL, (current) => takeOver(current, owner(), since()));
    },
    leave() {
      const items = [...new Set([...selectOwnLocks(store.getState()), ...writing])].slice(0, MAX_RELEASED);
      if (items.length > 0) releaseLocks({ lockId: owner().lockId, items });
    },
    close() {
      clearInterval(heart);
      clearTimeout(stale);
      for (const stop of observers) stop();
    },
  };
}
