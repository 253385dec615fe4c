import { itemRef, PRESENCE, PUBLISHES } from "@schedule-manager/shared/sync/layout";
import { startAdmin } from "@schedule-manager/plugin/app/start-admin";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { discarded, edited } from "@schedule-manager/plugin/drafts/drafts";
import { opened, wentBack } from "@schedule-manager/plugin/navigation/navigation";
import { tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import type { MemorySync } from "../../contract/plugin-sync/memory-sync";
import { EXAMPLE, WEEKDAYS } from "../../unit/plugin/items";
import { translateFor } from "../../unit/plugin/i18n/translate-for";
import { agent } from "./agent";
import { syncCatalogue } from "./sync-catalogue";

const START = Date.parse("2026-03-02T16:00:00Z");
const REF = itemRef("schedule", EXAMPLE.id);
const VIEW = "flex-schedule-manager";
const DRAFT = `schedule-manager:draft:AC1:ada:${REF}`;

function editorsSync(): MemorySync {
  const sync = syncCatalogue();
  sync.createDocument("head", { generation: 1, shards: 1, publish: null, recent: [] });
  sync.createMap(PRESENCE);
  return sync;
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** The view's services in a connected editor's browser. */
async function editor(options: Parameters<typeof agent>[0] = {}) {
  const page = agent({ roles: ["admin"], right: "edit", sync: editorsSync(), ...options });
  const { t } = translateFor("en-US");
  const services = startAdmin(page.host, page.settings, page.store, page.services, t);
  services.connect();
  await pass(2000);
  page.calls.length = 0;
  const edit = (name: string) =>
    page.store.dispatch(
      edited({
        kind: "schedule",
        id: EXAMPLE.id,
        base: { revision: "0", value: stored(EXAMPLE) },
        value: { ...stored(EXAMPLE), name },
        at: Date.now(),
      }),
    );
  const open = () => page.store.dispatch(opened({ kind: "schedule", id: EXAMPLE.id }));
  const lock = () => page.state().presence.entries[REF]?.data;
  /** Bo's page takes the item. */
  const boTakes = async (by: { identity: string; name?: string } = { identity: "bo", name: "Bo" }) => {
    page.sync.put(PRESENCE, REF, { lockId: "page-b", by, since: "2026-03-02T16:00:00Z", beat: 0 });
    await pass(100);
  };
  return { ...page, services, edit, open, lock, boTakes };
}

describe("the view's services", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    // The page ends, with its listeners.
    window.dispatchEvent(new Event("pagehide"));
    jest.clearAllTimers();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it("[LK5] the page locks the open item in the person's name, which Flex provides", async () => {
    const { open, lock } = await editor();
    open();
    await pass(100);
    expect(lock()?.by).toEqual({ identity: "ada", name: "Ada Lovelace" });
    expect(lock()?.lockId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("[LK5] a person whose name Flex does not know locks by identity alone", async () => {
    const { open, lock } = await editor({ attributes: {} });
    open();
    await pass(100);
    expect(lock()?.by).toEqual({ identity: "ada" });
  });

  it("[LK22] a page that ends releases its locks by a request of its own", async () => {
    const { open, lock, requests } = await editor();
    open();
    await pass(100);
    expect(lock()?.by.identity).toBe("ada");
    expect(requests).not.toContain("/admin/release-locks flex-token");
    window.dispatchEvent(new Event("pagehide"));
    expect(requests).toContain("/admin/release-locks flex-token");
  });

  it("[PL81] the page of a new item that is discarded is left", async () => {
    const { store, state } = await editor();
    const value = { name: "New", isOpen: true };
    store.dispatch(edited({ kind: "rule", id: "new:1", base: null, value, at: Date.now() }));
    store.dispatch(opened({ kind: "rule", id: "new:1" }));
    store.dispatch(discarded({ ref: itemRef("rule", "new:1"), at: Date.now() }));
    expect(state().navigation.page).toEqual({ type: "tables", tab: "schedule" });
  });

  it("[TA10] what a person chose for the tables is kept for the account and the person", async () => {
    const { store } = await editor();
    store.dispatch(tableLookChanged({ pageSize: 50 }));
    const kept: unknown = JSON.parse(localStorage.getItem("schedule-manager:tables:AC1:ada") ?? "null");
    expect(kept).toMatchObject({ look: { pageSize: 50 } });
    expect((await editor()).state().tableChoices.look.pageSize).toBe(50);
  });

  it("[LK9] a takeover of an item that is not shown is told, with what becomes of its draft", async () => {
    const { edit, lock, boTakes, calls } = await editor();
    edit("Renamed");
    await pass(100);
    expect(lock()?.by.identity).toBe("ada");
    await boTakes();
    expect(calls.at(-1)).toContain(
      "Bo took over editing “Example”. Your unpublished changes are kept as a draft.",
    );
    expect(calls.at(-1)).toContain("FlexScheduleManagerWarning");
  });

  it("[LK9] a takeover of an open item without a draft is told outside the view, and shown by the page in it", async () => {
    const outside = await editor();
    outside.open();
    await pass(100);
    await outside.boTakes();
    expect(outside.calls.at(-1)).toContain('Bo took over editing “Example”."');
    const inside = await editor();
    inside.activate(VIEW);
    inside.open();
    await pass(100);
    await inside.boTakes();
    expect(inside.calls).toEqual([]);
    expect(inside.state().notice).toBeNull();
    expect(inside.state().presence.taken[REF]).toBeDefined();
  });

  it("[LK9] in the view a takeover is told while another page of it is open", async () => {
    const { edit, open, boTakes, activate, state, store } = await editor();
    activate(VIEW);
    open();
    edit("Renamed");
    await pass(100);
    store.dispatch(wentBack());
    await pass(100);
    await boTakes();
    expect(state().notice).toMatchObject({ kind: "warning" });
  });

  it("[LK18] the person's own other tab takes over without a word", async () => {
    const { edit, boTakes, calls } = await editor();
    edit("Renamed");
    await pass(100);
    await boTakes({ identity: "ada", name: "Ada Lovelace" });
    expect(calls).toEqual([]);
  });

  it("[LK9] the page takes an item over", async () => {
    const { services, open, lock, boTakes } = await editor();
    open();
    await pass(100);
    await boTakes();
    expect(lock()?.lockId).toBe("page-b");
    expect(await services.takeOver(REF)).toBe(true);
    expect(lock()?.by.identity).toBe("ada");
  });

  it("[LK11] a page without activity releases its lock, and activity takes it again", async () => {
    const { services, open, lock } = await editor();
    services.noteActivity();
    open();
    await pass(100);
    const { lockId } = lock() ?? {};
    expect(lockId).not.toBe("");
    await pass(11 * 60_000);
    expect(lock()?.lockId ?? "").toBe("");
    services.noteActivity();
    await pass(1000);
    expect(lock()?.lockId).toBe(lockId);
  });

  it("[LK17] the page keeps its id over a reload", async () => {
    const first = await editor();
    first.open();
    await pass(100);
    const { lockId } = first.lock() ?? {};
    window.dispatchEvent(new Event("pagehide"));
    const second = await editor();
    second.open();
    await pass(100);
    expect(second.lock()?.lockId).toBe(lockId);
  });

  it("[PL73] drafts are stored for the account and the person, and restored after a reload", async () => {
    const { edit } = await editor();
    edit("Renamed");
    await pass(1000);
    expect(JSON.parse(localStorage.getItem(DRAFT) ?? "null")).toMatchObject({ value: { name: "Renamed" } });
    const { state } = await editor();
    expect(state().drafts.items[REF]?.value?.name).toBe("Renamed");
  });

  it("[PL80] a draft of another tab of the person is followed", async () => {
    const { state } = await editor();
    const draft = {
      base: { revision: "0", value: stored(EXAMPLE) },
      value: { ...stored(EXAMPLE), name: "b" },
    };
    window.dispatchEvent(
      new StorageEvent("storage", { key: DRAFT, newValue: JSON.stringify({ ...draft, edited: START }) }),
    );
    await pass(100);
    expect(state().drafts.items[REF]?.value?.name).toBe("b");
  });

  it("[PL80] a storage that is cleared elsewhere, or a key of other code, changes no draft", async () => {
    const { edit, state } = await editor();
    edit("Renamed");
    window.dispatchEvent(new StorageEvent("storage", { key: null, newValue: null }));
    window.dispatchEvent(new StorageEvent("storage", { key: "other", newValue: null }));
    await pass(100);
    expect(state().drafts.items[REF]?.value?.name).toBe("Renamed");
  });

  it("[PL75] a browser that forbids storage still edits, until the reload", async () => {
    const forbidden = jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("forbidden", "SecurityError");
    });
    const { services, edit, state } = await editor();
    edit("Renamed");
    services.recentNotes.add("Fire drill");
    expect(services.recentNotes.list()).toEqual(["Fire drill"]);
    expect(state().drafts.items[REF]?.value?.name).toBe("Renamed");
    forbidden.mockRestore();
  });

  it("[PL68] a merge into a draft is told with the item's name", async () => {
    const { edit, sync, calls } = await editor();
    edit("Renamed");
    sync.put("schedules-0-of-1", EXAMPLE.id, { ...stored(EXAMPLE), manualClose: true });
    await pass(1000);
    expect(calls.at(-1)).toContain("Someone published changes to “Renamed”");
    expect(calls.at(-1)).toContain("FlexScheduleManagerDone");
  });

  it("[PL68] one message tells that several drafts merged", async () => {
    const { edit, sync, store, calls } = await editor();
    edit("Renamed");
    const base = { revision: "0", value: stored(WEEKDAYS) };
    const value = { ...base.value, name: "Renamed too" };
    store.dispatch(edited({ kind: "rule", id: WEEKDAYS.id, base, value, at: Date.now() }));
    sync.put("schedules-0-of-1", EXAMPLE.id, { ...stored(EXAMPLE), group: "Night" });
    sync.put("rules-0-of-1", WEEKDAYS.id, { ...stored(WEEKDAYS), startTime: "10:00" });
    await pass(1000);
    const shown = calls.filter((call) => call.startsWith("show"));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain("Someone published changes to 2 items");
  });

  it("[HV17] names of people who edit are stored for the account", async () => {
    const { boTakes } = await editor();
    await boTakes();
    expect(JSON.parse(localStorage.getItem("schedule-manager:people:AC1") ?? "null")).toEqual({ bo: "Bo" });
  });

  it("[MC13] recent notes are kept for the account and the person", async () => {
    const { services } = await editor();
    services.recentNotes.add("Fire drill");
    const key = "schedule-manager:notes:AC1:ada";
    expect(JSON.parse(localStorage.getItem(key) ?? "null")).toEqual(["Fire drill"]);
  });

  it.each([
    ["sunday", 6],
    ["monday", 0],
  ])("[LA10] the week starts on the configured %s, else as in the language", async (weekStart, expected) => {
    expect((await editor({ weekStart })).services.firstWeekday).toBe(expected);
    expect((await editor()).services.firstWeekday).toBe(6);
  });

  it("[PL79] a new item has a key of its own until its publish", async () => {
    const { services } = await editor();
    const keys = [services.newKey("rule"), services.newKey("rule")];
    expect(new Set(keys).size).toBe(2);
  });

  it("[PL37, PL38] a publish has an id of its own, which stays when it is sent again after a wait", async () => {
    const { services, publishes, state } = await editor({ unanswered: [1] });
    const base = { revision: "0", value: stored(EXAMPLE) };
    const change = { kind: "schedule", id: EXAMPLE.id, base, value: { ...base.value, name: "A" } } as const;
    const outcome = services.publish([change]);
    await pass(100);
    expect(publishes).toHaveLength(1);
    await pass(1500);
    expect(await outcome).toMatchObject({ ok: true });
    const [first, again] = publishes;
    expect(first).toEqual(again);
    expect(first?.changes).toEqual([change]);
    expect(first?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(state().live.schedules.entities[EXAMPLE.id]?.value?.name).toBe("A");
    await services.publish([{ ...change, base: { revision: "9", value: change.value } }]);
    expect(publishes[2]?.id).not.toBe(first?.id);
  });

  it("[PL79, PL99] drafts are published under keys with their names, and many changes with their progress", async () => {
    const { services, publishes, state, store } = await editor();
    const id = services.newKey("rule");
    const value = { ...stored(WEEKDAYS), name: "Night shift" };
    store.dispatch(edited({ kind: "rule", id, base: null, value, at: Date.now() }));
    const progress: number[] = [];
    const report = { onProgress: ({ done }: { readonly done: number }) => void progress.push(done) };
    const { drafts } = state();
    const all = Object.values(drafts.items).flatMap((draft) => draft ?? []);
    expect(await services.publishDrafts(all, { ...report, note: "Winter" })).toMatchObject({ done: 1 });
    expect(publishes[0]).toMatchObject({ note: "Winter", changes: [{ value }] });
    expect(publishes[0]?.changes[0]?.id).toMatch(/^night-shift-[a-z0-9]{6}$/);
    expect(state().drafts.items).toEqual({});
    const change = { kind: "rule", id: "other", base: null, value } as const;
    expect(await services.publishMany([change], report)).toEqual({ done: 1, count: 1, failure: null });
    expect(publishes[1]?.changes).toEqual([change]);
    expect(progress).toEqual([0, 0, 1, 0, 0, 1]);
  });

  it("[SC9] an item that is published without a draft has a key with its name and a random end", async () => {
    const { services } = await editor();
    const keys = Array.from({ length: 20 }, () => services.finalKey("Night shift"));
    for (const key of keys) expect(key).toMatch(/^night-shift-[a-z0-9]{6}$/);
    expect(new Set(keys).size).toBe(20);
  });

  it("[ED19] the account's queues are asked for once in five minutes", async () => {
    const { services, host } = await editor({ queues: { WQ1: "Sales" } });
    const first = services.queues();
    expect(await first).toEqual([{ sid: "WQ1", name: "Sales" }]);
    await pass(5 * 60_000 - 1);
    expect(services.queues()).toBe(first);
    await pass(1);
    expect(services.queues()).not.toBe(first);
    expect(await host.queues()).toEqual([{ sid: "WQ1", name: "Sales" }]);
  });

  it("[TA3] the findings of the catalogue with its drafts are found in idle time, while they are followed", async () => {
    const { services, edit, state, store } = await editor();
    const stop = services.followFindings();
    const without = { ...stored(EXAMPLE), rules: [] };
    const base = { revision: "0", value: stored(EXAMPLE) };
    store.dispatch(edited({ kind: "schedule", id: EXAMPLE.id, base, value: without, at: Date.now() }));
    await pass(500);
    expect(state().findings.schedules[EXAMPLE.id]).not.toBeUndefined();
    stop();
    const before = state().findings;
    edit("Renamed");
    await pass(500);
    expect(state().findings).toBe(before);
  });

  it("[HV2] the history is read on the page's connection", async () => {
    const sync = editorsSync();
    sync.createMap(PUBLISHES);
    const { services } = await editor({ sync });
    const page = services.history.journal(null);
    await pass(100);
    expect(await page).toEqual({ items: [], more: false, next: 0 });
    expect(sync.lists).toEqual([`${PUBLISHES}:`]);
  });

  it("[PL82] a dead publish is brought to the functions' attention while the view is open", async () => {
    const { sync, requests } = await editor();
    const since = "2026-03-02T16:00:00Z";
    const publish = { id: "publish-1", by: { identity: "bo" }, since, phase: "checking", generation: 2 };
    sync.setDocument("head", { generation: 1, shards: 1, publish, recent: [] });
    await pass(25_000);
    expect(requests).toContain("/admin/list flex-token");
  });
});
