import type { ReleaseLocksRequest, SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { PRESENCE, type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import type { ConnectionStatus } from "@schedule-manager/plugin/sync/connection-manager";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import type { LockOwner } from "@schedule-manager/plugin/locks/edit-lock";
import { opened, wentBack } from "@schedule-manager/plugin/navigation/navigation";
import { runPresence } from "@schedule-manager/plugin/locks/presence-effect";
import { selectLockOwner } from "@schedule-manager/plugin/locks/selectors";
import { sessionOpened } from "@schedule-manager/plugin/catalogue/session";
import { MemorySync } from "../../../contract/plugin-sync/memory-sync";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";
import { flexLikeStore, storeSelectors } from "../store";
import { loadItems } from "../load-items";

/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;

export const ADA: LockOwner = { lockId: "page-a", by: { identity: "ada", name: "Ada" } };
export const BO: LockOwner = { lockId: "page-b", by: { identity: "bo" } };
export const REF: ItemRef = itemRef("schedule", EXAMPLE.id);
export const settled = () => jest.advanceTimersByTimeAsync(GATHER + 1);

/** A person's page on a shared Sync service. Its clock is off by `wrong` ms. */
export function page(sync: MemorySync, me: LockOwner, { wrong = 0, right = "edit" as const } = {}) {
  const store = flexLikeStore();
  const taken: string[] = [];
  const released: ReleaseLocksRequest[] = [];
  const traced: string[] = [];
  const session: SyncTokenAnswer = {
    token: me.lockId,
    serviceSid: "IS0",
    ttl: 3600,
    shards: 1,
    right,
    identity: me.by.identity,
    now: 0,
  };
  store.dispatch(sessionOpened(session));
  loadItems(store, [liveSchedule(EXAMPLE, "3")], [liveRule(WEEKDAYS)]);
  const begin = performance.now();
  const control = runPresence({
    store,
    selectors: storeSelectors(),
    owner: () => me,
    monotonic: () => performance.now() - begin,
    localNow: () => Date.now() + wrong,
    onTaken: (ref, { by }) => taken.push(`${ref} ${by.identity}`),
    releaseLocks: (request) => released.push(request),
    trace: (line) => traced.push(line),
  });
  const client = {
    state: (state: string) => {
      const to: ConnectionStatus =
        state === "connected" ? { type: "connected" } : { type: "interrupted", reason: "network" };
      store.dispatch(connectionChanged({ to, at: 0 }));
    },
    tokenEnding: () => undefined,
    tokenEnded: () => undefined,
  };
  const connection = sync.connect(me.lockId, client);
  const detach = control.task(connection, session, {
    fail: () => undefined,
    busy: () => undefined,
    isConnected: () => true,
  });
  return {
    store,
    control,
    taken,
    /** The requests that would outlive the page. */
    released,
    traced,
    connection,
    detach,
    localNow: () => Date.now() + wrong,
    open: () => void store.dispatch(opened({ kind: "schedule", id: EXAMPLE.id })),
    back: () => void store.dispatch(wentBack()),
    owner: (ref = REF) => {
      const owner = selectLockOwner(store.getState(), ref);
      return owner.type === "other" ? owner.by.identity : owner.type;
    },
    /** The tab ends without releasing anything. */
    vanish: () => {
      control.close();
      connection.close();
    },
  };
}

export function presenceMap(): MemorySync {
  const sync = new MemorySync();
  sync.createMap(PRESENCE);
  return sync;
}

/** A page of Ada's and one of Bo's, both showing the tables. */
export async function twoPages() {
  const sync = presenceMap();
  const [ada, bo] = [page(sync, ADA), page(sync, BO)];
  await settled();
  return { sync, ada, bo };
}

/** The same pages; Ada has an item open and owns its lock. */
export async function adaEdits() {
  const pages = await twoPages();
  pages.ada.open();
  await settled();
  return pages;
}
