import { forceCloseDatabase, IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { idbStore } from "@schedule-manager/plugin/catalogue/cache/idb-store";
import type {
  CacheKey,
  StoredCatalogueItem,
} from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";
import { itemRef } from "@schedule-manager/shared/sync/layout";

const place = (asOf: number): CacheKey => ({
  version: 2,
  asOf,
  maps: ["schedules-0-of-1"],
  token: null,
  offset: null,
});
const item = (id: string, revision = "0"): StoredCatalogueItem => ({
  ref: itemRef("schedule", id),
  kind: "schedule",
  id,
  map: "schedules-0-of-1",
  revision,
  updated: 7,
  data: { name: id },
});

/** Resolves once the browser has deleted a database. Other pages have to close it first. */
const deleted = (name: string) =>
  new Promise<string>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve("deleted");
    };
    request.onerror = () => {
      reject(new Error("not deleted"));
    };
  });

describe("the browser's database of the catalogue", () => {
  beforeEach(() => void (globalThis.indexedDB = new IDBFactory()));

  it("[OC20] items and their record are loaded as they were stored, by a later page too", async () => {
    const store = idbStore("account");
    expect(await store.load()).toBeNull();
    expect(await store.save({ put: [item("a"), item("b")], drop: "all", place: place(1) })).toBe(true);
    const loaded = { items: [item("a"), item("b")], place: place(1) };
    expect(await store.load()).toEqual(loaded);
    expect(await idbStore("account").load()).toEqual(loaded);
  });

  it("[OC20] a save replaces and removes the items that it names, and leaves the others", async () => {
    const store = idbStore("account");
    await store.save({ put: [item("a"), item("b"), item("c")], drop: "all", place: place(1) });
    await store.save({ put: [item("a", "1")], drop: [item("b").ref], place: place(2) });
    expect(await store.load()).toEqual({ items: [item("a", "1"), item("c")], place: place(2) });
    await store.save({ put: [item("d")], drop: "all", place: place(3) });
    expect(await store.load()).toEqual({ items: [item("d")], place: place(3) });
  });

  it("[OC20] a save that the browser aborts, as when its storage is full, changes nothing", async () => {
    const store = idbStore("account");
    await store.save({ put: [item("a")], drop: "all", place: place(1) });
    const put = jest.spyOn(IDBObjectStore.prototype, "put");
    const saving = store.save({ put: [item("b")], drop: "all", place: place(2) });
    for (let turn = 0; turn < 100 && put.mock.calls.length < 2; turn += 1) await Promise.resolve();
    (put.mock.contexts[1] as IDBObjectStore).transaction.abort();
    expect(await saving).toBe(false);
    jest.restoreAllMocks();
    expect(await store.load()).toEqual({ items: [item("a")], place: place(1) });
  });

  it("[OC20] two accounts have a database each", async () => {
    await idbStore("one").save({ put: [item("a")], drop: "all", place: place(1) });
    expect(await idbStore("two").load()).toBeNull();
  });

  it("[OC20] a database that another page deletes is closed at once, and opened again for the next save", async () => {
    const store = idbStore("account");
    await store.save({ put: [item("a")], drop: "all", place: place(1) });
    expect(await deleted("account")).toBe("deleted");
    expect(await store.save({ put: [item("b")], drop: [], place: place(2) })).toBe(true);
    expect(await store.load()).toEqual({ items: [item("b")], place: place(2) });
  });

  it("[OC20] a database that the browser closed, as when a person clears its data, is opened again", async () => {
    const open = jest.spyOn(indexedDB, "open");
    const store = idbStore("account");
    await store.save({ put: [item("a")], drop: "all", place: place(1) });
    forceCloseDatabase((open.mock.results[0]?.value as IDBOpenDBRequest).result as never);
    expect(await store.load()).toEqual({ items: [item("a")], place: place(1) });
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("[OC20] a browser without a database stores nothing and fails nothing", async () => {
    Object.assign(globalThis, { indexedDB: undefined });
    const store = idbStore("account");
    expect(await store.save({ put: [item("a")], drop: "all", place: place(1) })).toBe(false);
    expect(await store.load()).toBeNull();
  });
});
