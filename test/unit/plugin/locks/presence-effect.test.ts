import { itemRef, PRESENCE } from "@schedule-manager/shared/sync/layout";
import { edited, editedTogether } from "@schedule-manager/plugin/drafts/drafts";
import { opened } from "@schedule-manager/plugin/navigation/navigation";
import { HEARTBEAT, LOCK_TTL, STALE_AFTER } from "@schedule-manager/plugin/locks/edit-lock";
import { selectOwnLocks } from "@schedule-manager/plugin/locks/selectors";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import type { MemorySync } from "../../../contract/plugin-sync/memory-sync";
import { EXAMPLE, liveRule, WEEKDAYS } from "../items";
import { ADA, adaEdits, BO, page, presenceMap, REF, settled, twoPages } from "./two-pages";

/** The number of drafts locked besides the open page: the most recently edited ones. */
const MAX_LOCKS = 8;

const { id: _, ...VALUE } = EXAMPLE;

/** The writes to the map of locks, as `key:lockId:beat`. */
function written(sync: MemorySync): string[] {
  const log: string[] = [];
  const watcher = { tokenEnding: () => undefined, tokenEnded: () => undefined, state: () => undefined };
  const nothing = { reset: () => undefined, caughtUp: () => undefined, lost: () => undefined };
  void sync.connect("watcher", watcher).watchMap(PRESENCE, {
    ...nothing,
    changed: ({ key, data }) => {
      const { lockId, beat } = data as { lockId: string; beat: number };
      log.push(`${key.slice(0, 3)}:${lockId}:${beat}`);
    },
    removed: (key) => log.push(`removed:${key.slice(0, 3)}`),
  });
  return log;
}

/** Sync removes Ada's lock while her socket is lost. */
async function awayTooLong() {
  const sync = presenceMap();
  const ada = page(sync, ADA);
  await settled();
  ada.open();
  await settled();
  sync.interrupt();
  await jest.advanceTimersByTimeAsync(2 * HEARTBEAT);
  sync.pass((LOCK_TTL + 1) * 1000);
  return { sync, ada };
}

describe("edit locks", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[LK5] opening an item takes its lock, and every other page sees it at once", async () => {
    const { ada, bo } = await twoPages();
    expect([ada.owner(), bo.owner()]).toEqual(["nobody", "nobody"]);
    ada.open();
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
    bo.open();
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
    expect([ada.taken, bo.taken]).toEqual([[], []]);
  });

  it("[LK5] a page that opens later sees the lock", async () => {
    const sync = presenceMap();
    const ada = page(sync, ADA);
    ada.open();
    await settled();
    const bo = page(sync, BO);
    await settled();
    expect(bo.owner()).toBe("ada");
  });

  it("[LK6] two pages that open an item at the same moment: one gets the lock", async () => {
    const { ada, bo } = await twoPages();
    ada.open();
    bo.open();
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
    await jest.advanceTimersByTimeAsync(10 * HEARTBEAT);
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
  });

  it("[LK7] heartbeats continue while the page is open, and leaving it releases the lock", async () => {
    const sync = presenceMap();
    const log = written(sync);
    const [ada, bo] = [page(sync, ADA), page(sync, BO)];
    await settled();
    ada.open();
    await jest.advanceTimersByTimeAsync(2 * HEARTBEAT);
    expect(bo.owner()).toBe("ada");
    ada.back();
    await settled();
    expect(log).toEqual(["s:e:page-a:0", "s:e:page-a:1", "s:e:page-a:2", "s:e::2"]);
    expect([ada.owner(), bo.owner()]).toEqual(["nobody", "nobody"]);
  });

  it("[LK8] a tab that vanished frees its lock within 30 seconds of Sync's clock, for a page that waits for it", async () => {
    const sync = presenceMap();
    const HOUR = 3_600_000;
    const [ada, bo, cleo] = [
      page(sync, ADA),
      page(sync, BO, { wrong: HOUR }),
      page(sync, { lockId: "page-c", by: { identity: "cleo" } }, { wrong: -HOUR }),
    ];
    await settled();
    ada.open();
    await settled();
    ada.vanish();
    bo.open();
    await jest.advanceTimersByTimeAsync(STALE_AFTER - 1000);
    expect([bo.owner(), cleo.owner()]).toEqual(["ada", "ada"]);
    await jest.advanceTimersByTimeAsync(30_000 - STALE_AFTER);
    expect([bo.owner(), cleo.owner()]).toEqual(["me", "bo"]);
  });

  it("[LK8] a lock that Sync removed is free", async () => {
    const { sync, ada, bo } = await adaEdits();
    ada.vanish();
    sync.pass((LOCK_TTL + 1) * 1000);
    await settled();
    expect(bo.owner()).toBe("nobody");
  });

  it("[LK9] a takeover gets the lock, and the first page sees it and does not reclaim it", async () => {
    const { ada, bo } = await twoPages();
    ada.open();
    bo.open();
    await settled();
    expect(await bo.control.takeOver(REF)).toBe(true);
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["bo", "me"]);
    expect(ada.taken).toEqual([`${REF} bo`]);
    await jest.advanceTimersByTimeAsync(5 * HEARTBEAT);
    expect([ada.owner(), bo.owner()]).toEqual(["bo", "me"]);
    expect(await ada.control.takeOver(REF)).toBe(true);
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
    expect(bo.taken).toEqual([`${REF} ada`]);
    expect(ada.store.getState().scheduleManager.presence.taken).toEqual({});
  });

  it("[LK9] the first page gets the lock again when the other one leaves", async () => {
    const { ada, bo } = await twoPages();
    ada.open();
    bo.open();
    await settled();
    await bo.control.takeOver(REF);
    bo.back();
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
  });

  it("[LK9] a rule that is taken over on the page of a schedule stays locked until that page is left", async () => {
    const { ada, bo } = await twoPages();
    const rule = itemRef("rule", WEEKDAYS.id);
    ada.store.dispatch(opened({ kind: "rule", id: WEEKDAYS.id }));
    await settled();
    bo.open();
    await settled();
    expect([bo.owner(), bo.owner(rule)]).toEqual(["me", "ada"]);
    expect(await bo.control.takeOver(rule)).toBe(true);
    await jest.advanceTimersByTimeAsync(5 * HEARTBEAT);
    expect([bo.owner(), bo.owner(rule)]).toEqual(["me", "me"]);
    expect(ada.owner(rule)).toBe("bo");
    bo.back();
    await settled();
    expect([bo.owner(), bo.owner(rule)]).toEqual(["nobody", "ada"]);
    bo.open();
    await settled();
    expect([bo.owner(), bo.owner(rule)]).toEqual(["me", "ada"]);
  });

  it("[LK23] a page with several locks renews the oldest at each heartbeat, and keeps them all", async () => {
    const sync = presenceMap();
    const log = written(sync);
    const [ada, bo] = [page(sync, ADA), page(sync, BO)];
    await settled();
    const { id: __, ...value } = WEEKDAYS;
    const base = { revision: "0", value };
    const other = itemRef("rule", WEEKDAYS.id);
    ada.open();
    await jest.advanceTimersByTimeAsync(1000);
    ada.store.dispatch(
      edited({ kind: "rule", id: WEEKDAYS.id, base, value: { ...value, name: "x" }, at: ada.localNow() }),
    );
    await settled();
    log.splice(0);
    await jest.advanceTimersByTimeAsync(4 * HEARTBEAT);
    const [s, r] = [REF.slice(0, 3), other.slice(0, 3)];
    expect(log).toEqual([`${s}:page-a:1`, `${r}:page-a:1`, `${s}:page-a:2`, `${r}:page-a:2`]);
    await jest.advanceTimersByTimeAsync(STALE_AFTER);
    expect([bo.owner(REF), bo.owner(other)]).toEqual(["ada", "ada"]);
    ada.vanish();
    await jest.advanceTimersByTimeAsync(30_000);
    expect([bo.owner(REF), bo.owner(other)]).toEqual(["nobody", "nobody"]);
  });

  it("[LK22] a page that ends names its locks, and those it is taking, to a request that outlives it", async () => {
    const { ada, bo } = await twoPages();
    ada.control.leave();
    expect(ada.released).toEqual([]);
    ada.open();
    ada.control.leave();
    await settled();
    bo.open();
    await settled();
    ada.control.leave();
    bo.control.leave();
    const request = { lockId: ADA.lockId, items: [REF] };
    expect(ada.released).toEqual([request, request]);
    expect(bo.released).toEqual([]);
  });

  it("[LK22] a page whose lock was released as it ended takes it again when the browser restores it", async () => {
    const { sync, ada, bo } = await adaEdits();
    ada.control.leave();
    ada.control.setActive(false);
    sync.remove(PRESENCE, REF);
    await settled();
    expect(bo.owner()).toBe("nobody");
    ada.control.setActive(true);
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
  });

  it("[LK10] without a connection editing continues, and a page that took over meanwhile keeps the lock", async () => {
    const { sync, ada, bo } = await adaEdits();
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(STALE_AFTER + 1000);
    expect([ada.owner(), bo.owner()]).toEqual(["me", "nobody"]);
    bo.open();
    sync.restore();
    await settled();
    const both = [ada.owner(), bo.owner()].sort();
    expect(both[1]).toBe("me");
    await jest.advanceTimersByTimeAsync(3 * HEARTBEAT);
    expect([ada.owner(), bo.owner()].sort()).toEqual(both);
  });

  it("[LK10] a client that reconnects after Sync removed its lock does not reclaim it from the new owner, and sees them", async () => {
    const { sync, ada } = await awayTooLong();
    // Recreated, with the same revision as the lock that Ada's page has.
    sync.put(PRESENCE, REF, { ...BO, since: "2026-11-27T10:00:00Z", beat: 0 });
    sync.restore();
    await settled();
    expect(ada.owner()).toBe("bo");
    expect(ada.taken).toEqual([`${REF} bo`]);
    const cleo = page(sync, { lockId: "page-c", by: { identity: "cleo" } });
    await settled();
    expect(cleo.owner()).toBe("bo");
  });

  it("[LK10] a client that reconnects to a free lock continues", async () => {
    const { sync, ada } = await awayTooLong();
    sync.restore();
    await settled();
    expect(ada.owner()).toBe("me");
    expect(ada.taken).toEqual([]);
    const bo = page(sync, BO);
    bo.open();
    await settled();
    expect(bo.owner()).toBe("ada");
  });

  it("[LK11] an inactive page releases its locks, and takes them again when active if they are free", async () => {
    const { ada, bo } = await adaEdits();
    ada.control.setActive(false);
    await settled();
    expect(bo.owner()).toBe("nobody");
    ada.control.setActive(true);
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
  });

  it("[LK12] drafts edited in this page are locked, and older or new ones are not", async () => {
    const sync = presenceMap();
    const [ada, bo] = [page(sync, ADA, { wrong: -5000 }), page(sync, BO)];
    await settled();
    const base = { revision: "3", value: VALUE };
    const edit = (at: number) =>
      edited({ kind: "schedule", id: EXAMPLE.id, base, value: { ...VALUE, name: `Ex ${at}` }, at });
    ada.store.dispatch(edit(ada.localNow() - 60_000));
    ada.store.dispatch(
      edited({
        kind: "rule",
        id: "new-1",
        base: null,
        value: { name: "New", isOpen: true },
        at: ada.localNow(),
      }),
    );
    await settled();
    expect(selectOwnLocks(ada.store.getState())).toEqual([]);
    ada.store.dispatch(edit(ada.localNow()));
    await settled();
    expect(selectOwnLocks(ada.store.getState())).toEqual([REF]);
    expect(bo.owner()).toBe("ada");
  });

  it("[LK12] the number of locked drafts is limited", async () => {
    const sync = presenceMap();
    const ada = page(sync, ADA);
    await settled();
    for (let number = 0; number < 30; number += 1) {
      const { id: _, ...value } = WEEKDAYS;
      const id = `rule-${number}`;
      ada.store.dispatch(liveChanged([{ type: "changed", item: liveRule({ ...WEEKDAYS, id }) }]));
      const base = { revision: "0", value };
      ada.store.dispatch(
        edited({ kind: "rule", id, base, value: { ...value, name: "x" }, at: ada.localNow() + number }),
      );
    }
    await settled();
    expect(selectOwnLocks(ada.store.getState())).toHaveLength(MAX_LOCKS);
  });

  it("[LK20] drafts that a file made together are not locked, and an edit of one is", async () => {
    const sync = presenceMap();
    const ada = page(sync, ADA);
    await settled();
    const { id: _, ...value } = WEEKDAYS;
    const ids = Array.from({ length: MAX_LOCKS + 1 }, (__, number) => `rule-${number}`);
    ada.store.dispatch(
      liveChanged(ids.map((id) => ({ type: "changed", item: liveRule({ ...WEEKDAYS, id }) }))),
    );
    const base = { revision: "0", value };
    const edits = ids.map((id) => ({ kind: "rule" as const, id, base, value: { ...value, name: "x" } }));
    ada.store.dispatch(editedTogether({ edits, at: ada.localNow() }));
    await settled();
    expect(selectOwnLocks(ada.store.getState())).toEqual([]);
    ada.store.dispatch(
      edited({ kind: "rule", id: "rule-3", base, value: { ...value, name: "y" }, at: ada.localNow() + 1 }),
    );
    await settled();
    expect(selectOwnLocks(ada.store.getState())).toEqual([itemRef("rule", "rule-3")]);
  });

  it("[DE2] the traces tell each write to a lock, and each takeover", async () => {
    const { ada, bo } = await twoPages();
    ada.open();
    await jest.advanceTimersByTimeAsync(HEARTBEAT);
    bo.open();
    await settled();
    await bo.control.takeOver(REF);
    await settled();
    ada.back();
    bo.back();
    await settled();
    expect(ada.traced).toEqual([`claim ${REF}: written`, `beat ${REF}: written`, `${REF} was taken over`]);
    expect(bo.traced).toEqual([`take over ${REF}: written`, `release ${REF}: written`]);
  });

  it("[LK9] a takeover without a connection fails, and one that Sync refuses too", async () => {
    const { sync, ada, bo } = await adaEdits();
    sync.removeMap(PRESENCE);
    expect(await bo.control.takeOver(REF)).toBe(false);
    expect(bo.traced.at(-1)).toBe(`take over ${REF}: failed`);
    ada.detach();
    expect(await ada.control.takeOver(REF)).toBe(false);
    expect(ada.traced.at(-1)).toBe(`claim ${REF}: written`);
  });

  it("[LK13] editing works without a map of locks", async () => {
    const sync = presenceMap();
    sync.removeMap(PRESENCE);
    const ada = page(sync, ADA);
    ada.open();
    await jest.advanceTimersByTimeAsync(3 * HEARTBEAT);
    expect(ada.owner()).toBe("nobody");
  });

  it("[LK13] a person who may not edit takes no lock and sees none", async () => {
    const { sync } = await adaEdits();
    const log = written(sync);
    const sue = page(sync, BO, { right: "toggle" as never });
    await settled();
    expect(sue.owner()).toBe("nobody");
    sync.remove(PRESENCE, REF);
    sue.open();
    await settled();
    expect([log.filter((each) => each.includes(BO.lockId)), sue.owner()]).toEqual([[], "nobody"]);
  });

  it("[LK14] an invalid lock is free and affects no other lock", async () => {
    const sync = presenceMap();
    sync.put(PRESENCE, REF, { lockId: 7 });
    sync.put(PRESENCE, "nonsense", {});
    const [ada, bo] = [page(sync, ADA), page(sync, BO)];
    ada.open();
    await settled();
    expect([ada.owner(), bo.owner()]).toEqual(["me", "ada"]);
  });
});
