import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { storeDrafts } from "@schedule-manager/plugin/drafts/draft-storage";
import { edited, editedTogether } from "@schedule-manager/plugin/drafts/drafts";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { EXAMPLE, WEEKDAYS } from "../items";
import { flexLikeStore } from "../store";
import { memoryStorage } from "../memory-storage";

const PREFIX = "schedule-manager:AC1:ada:";
const SCHEDULE = stored(EXAMPLE);
const RULE = stored(WEEKDAYS);
const BASE = { revision: "3", value: SCHEDULE };

const memory = (items: Readonly<Record<string, unknown>> = {}) =>
  memoryStorage(
    Object.fromEntries(Object.entries(items).map(([key, value]) => [key, JSON.stringify(value)])),
  );
/** The drafts that a page restores, in their order. */
function restored(items: Readonly<Record<string, unknown>>): readonly Draft[] {
  const store = flexLikeStore();
  storeDrafts(store, memory(items), PREFIX);
  return Object.values(store.getState().scheduleManager.drafts.items) as Draft[];
}
/** A page whose other tab can be made to store. */
function twoTabs() {
  const store = flexLikeStore();
  let other: (key: string, text: string | null) => void = () => undefined;
  const storage = memory();
  const held = storage.items;
  const stop = storeDrafts(store, storage, PREFIX, (tell) => (other = tell));
  const items = () => store.getState().scheduleManager.drafts.items;
  const tells = (key: string, value: unknown) => {
    other(key, value === null ? null : JSON.stringify(value));
    jest.runOnlyPendingTimers();
  };
  return { store, held, stop, items, tells };
}

describe("the storage of drafts", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[PL73] drafts of each kind are restored, the oldest edit first", () => {
    const found = restored({
      [`${PREFIX}s:changed`]: { base: BASE, value: { ...SCHEDULE, name: "Mine" }, edited: 3 },
      [`${PREFIX}r:new`]: { base: null, value: RULE, edited: 2 },
      [`${PREFIX}s:deleted`]: { base: BASE, value: null, edited: 1 },
      [`${PREFIX}r:undated`]: { base: null, value: RULE },
    });
    expect(found.map(({ kind, id, edited: at }) => [kind, id, at])).toEqual([
      ["rule", "undated", 0],
      ["schedule", "deleted", 1],
      ["rule", "new", 2],
      ["schedule", "changed", 3],
    ]);
    expect(found[3]).toEqual({
      kind: "schedule",
      id: "changed",
      base: BASE,
      value: { ...SCHEDULE, name: "Mine" },
      edited: 3,
    });
  });

  it.each<[string, string, unknown]>([
    ["a key that names no item", `${PREFIX}nonsense`, { base: null, value: RULE }],
    ["another person's key", "schedule-manager:AC1:bo:r:a", { base: null, value: RULE }],
    ["a list", `${PREFIX}r:a`, []],
    ["no base", `${PREFIX}r:a`, { value: RULE }],
    ["no value", `${PREFIX}s:a`, { base: BASE }],
    ["a base without a revision", `${PREFIX}s:a`, { base: { value: SCHEDULE }, value: null }],
    ["a base without a value", `${PREFIX}s:a`, { base: { revision: "1", value: null }, value: SCHEDULE }],
    ["a base of the other kind", `${PREFIX}r:a`, { base: BASE, value: RULE }],
    ["a rule that decides nothing", `${PREFIX}r:a`, { base: null, value: { name: "A" } }],
    ["a schedule without a zone", `${PREFIX}s:a`, { base: null, value: { name: "A", rules: [] } }],
    ["a schedule without rules", `${PREFIX}s:a`, { base: null, value: { name: "A", timeZone: "UTC" } }],
    ["an item without a name", `${PREFIX}r:a`, { base: null, value: { isOpen: true } }],
  ])("[PL74] a stored draft with %s is not restored", (_case, key, value) => {
    expect(restored({ [key]: value })).toEqual([]);
  });

  it("[PL80] a draft that another tab stores or removes is followed, anything else is not", () => {
    const { items, tells } = twoTabs();
    const ref = itemRef("rule", "a");
    tells(`${PREFIX}${ref}`, { base: null, value: RULE, edited: 1 });
    expect(items()[ref]?.value).toEqual(RULE);
    tells(`${PREFIX}${ref}`, { base: null, value: 5 });
    tells(`schedule-manager:AC1:bo:${ref}`, null);
    tells(`${PREFIX}nonsense`, null);
    expect(items()[ref]?.value).toEqual(RULE);
    tells(`${PREFIX}${ref}`, null);
    expect(items()).toEqual({});
  });

  it("[PL103] fifty drafts are stored at once, more when the browser is idle", () => {
    const { store, held } = twoTabs();
    const edits = (count: number, at: number) =>
      editedTogether({
        edits: Array.from({ length: count }, (_, n) => ({
          kind: "rule" as const,
          id: `${at}-${n}`,
          base: null,
          value: RULE,
        })),
        at,
      });
    store.dispatch(edits(50, 1));
    expect(held.size).toBe(50);
    store.dispatch(edits(51, 2));
    expect(held.size).toBe(50);
    jest.runAllTimers();
    expect(held.size).toBe(101);
  });

  it("[PL73] a page that ends stores what waits, and nothing later", () => {
    const { store, held, stop } = twoTabs();
    const edits = Array.from({ length: 60 }, (_, n) => ({
      kind: "rule" as const,
      id: `rule-${n}`,
      base: null,
      value: RULE,
    }));
    store.dispatch(editedTogether({ edits, at: 1 }));
    stop();
    expect(held.size).toBe(60);
    store.dispatch(edited({ kind: "rule", id: "late", base: null, value: RULE, at: 2 }));
    jest.runAllTimers();
    expect(held.size).toBe(60);
  });
});
