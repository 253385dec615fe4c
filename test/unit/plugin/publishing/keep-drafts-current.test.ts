import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import type { PublishAnswer, PublishRequest } from "@schedule-manager/shared/api/api";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { keepDraftsCurrent } from "@schedule-manager/plugin/publishing/keep-drafts-current";
import { storeDrafts } from "@schedule-manager/plugin/drafts/draft-storage";
import { discarded, edited, undone } from "@schedule-manager/plugin/drafts/drafts";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { opened } from "@schedule-manager/plugin/navigation/navigation";
import { provisionalKey } from "@schedule-manager/plugin/drafts/provisional-keys";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { publishDrafts } from "@schedule-manager/plugin/publishing/publish-drafts";
import { publishClosed, publishStarted } from "@schedule-manager/plugin/publishing/publishing";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";
import { flexLikeStore, storeSelectors } from "../store";
import { loadItems } from "../load-items";
import { memoryStorage } from "../memory-storage";

const { selectDrafts, selectDraftStates, selectEditedSchedules } = storeSelectors();

const REF = itemRef("schedule", EXAMPLE.id);
const { id: _, ...VALUE } = EXAMPLE;
const BASE = VALUE;
const PREFIX = "schedule-manager:AC1:ada:";

function loaded(store = flexLikeStore()) {
  loadItems(store, [liveSchedule(EXAMPLE, "3")], [liveRule(WEEKDAYS)]);
  return store;
}
const edit = (value: Partial<StoredSchedule> | null, more = {}) =>
  edited({
    kind: "schedule",
    id: EXAMPLE.id,
    base: { revision: "3", value: BASE },
    value: value === null ? null : { ...BASE, ...value },
    at: 0,
    ...more,
  });
const theirs = (value: Partial<StoredSchedule>, revision = "4") =>
  liveChanged([{ type: "changed", item: liveSchedule({ ...EXAMPLE, ...value }, revision) }]);

describe("drafts on the live catalogue", () => {
  it("[PL68] changes to different fields merge automatically", () => {
    const store = loaded();
    const merged: string[] = [];
    keepDraftsCurrent(store, (drafts) => merged.push(...drafts.map(({ id }) => id)));
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(theirs({ timeZone: "UTC" }));
    expect(selectDrafts(store.getState())[0]).toMatchObject({
      base: { revision: "4", value: { timeZone: "UTC" } },
      value: { name: "Mine", timeZone: "UTC" },
    });
    expect(merged).toEqual([EXAMPLE.id]);
  });

  it("[PL68] drafts that merge together are reported together, also drafts from before the start", () => {
    const store = loaded();
    const other = { ...EXAMPLE, id: "other-000001", name: "Other" };
    const { id, ...base } = other;
    store.dispatch(liveChanged([{ type: "changed", item: liveSchedule(other, "3") }]));
    store.dispatch(edit({ name: "Mine" }));
    const draft = { kind: "schedule", id, base: { revision: "3", value: base }, at: 0 } as const;
    store.dispatch(edited({ ...draft, value: { ...base, name: "Mine too" } }));
    const news = [EXAMPLE, other].map((item) => liveSchedule({ ...item, timeZone: "UTC" }, "4"));
    store.dispatch(liveChanged(news.map((item) => ({ type: "changed", item }))));
    const merged: (readonly string[])[] = [];
    keepDraftsCurrent(store, (drafts) => merged.push(drafts.map((one) => one.id)));
    expect(merged).toEqual([[EXAMPLE.id, id]]);
    const later = [EXAMPLE, other].map((item) => liveSchedule({ ...item, timeZone: "Asia/Tokyo" }, "5"));
    store.dispatch(liveChanged(later.map((item) => ({ type: "changed", item }))));
    expect(merged).toEqual([
      [EXAMPLE.id, id],
      [EXAMPLE.id, id],
    ]);
  });

  it("[PL69] a conflict stays until the person resolves it", () => {
    const store = loaded();
    keepDraftsCurrent(store, () => undefined);
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(theirs({ name: "Theirs" }));
    expect(selectDrafts(store.getState())[0]?.base?.revision).toBe("3");
    expect(selectDraftStates(store.getState()).get(REF)?.type).toBe("conflict");
    expect(selectEditedSchedules(store.getState()).map(({ name }) => name)).toEqual(["Mine"]);
  });

  it("[PL70] a draft that the live item equals is removed", () => {
    const store = loaded();
    keepDraftsCurrent(store, () => undefined);
    store.dispatch(edit({ name: "Same" }));
    store.dispatch(theirs({ name: "Same" }));
    expect(selectDrafts(store.getState())).toEqual([]);
  });

  it("[PL70] the deletion of an item that somebody deleted is removed, and after the end nothing is", () => {
    const store = loaded();
    const merged: unknown[] = [];
    const stop = keepDraftsCurrent(store, (drafts) => merged.push(...drafts));
    store.dispatch(edit(null));
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: EXAMPLE.id }]));
    expect([selectDrafts(store.getState()), merged]).toEqual([[], []]);
    stop();
    store.dispatch(edit({ name: "Same" }, { base: null }));
    store.dispatch(theirs({ name: "Same" }, "5"));
    expect(selectDrafts(store.getState())).toHaveLength(1);
  });

  it("[PL71] a draft in a publish in progress waits for the answer", () => {
    const store = loaded();
    keepDraftsCurrent(store, () => undefined);
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(publishStarted({ id: "p1", refs: [REF] }));
    store.dispatch(theirs({ name: "Mine" }));
    expect(selectDrafts(store.getState())).toHaveLength(1);
    store.dispatch(publishClosed("p1"));
    expect(selectDrafts(store.getState())).toEqual([]);
  });

  it("[PL72] drafts are not rebased before the catalogue is loaded", () => {
    const store = flexLikeStore();
    keepDraftsCurrent(store, () => undefined);
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
    expect(selectDraftStates(store.getState()).size).toBe(0);
    loaded(store);
    expect(selectDraftStates(store.getState()).get(REF)?.type).toBe("current");
  });
});

describe("stored drafts", () => {
  it("[PL73] drafts survive a reload, each under its own key", () => {
    const storage = memoryStorage({ "schedule-manager:AC1:bo:s:other": "{}" });
    const store = flexLikeStore();
    storeDrafts(store, storage, PREFIX);
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(edit({ name: "Other" }, { id: "other-000001", base: null }));
    const again = flexLikeStore();
    storeDrafts(again, storage, PREFIX);
    expect(selectDrafts(again.getState()).map(({ value }) => value?.name)).toEqual(["Mine", "Other"]);
    expect(selectDrafts(again.getState())).toEqual(selectDrafts(store.getState()));

    store.dispatch(discarded({ ref: REF, at: 0 }));
    expect([...storage.items.keys()]).toEqual(["schedule-manager:AC1:bo:s:other", `${PREFIX}s:other-000001`]);
  });

  it.each([
    "",
    "not json",
    "5",
    "{}",
    '{"base":null,"value":null}',
    '{"base":null,"value":{"name":5}}',
    '{"base":{"revision":"1"},"value":{"name":"A","timeZone":"UTC","rules":[]}}',
    '{"base":null,"value":{"name":"A","timeZone":"UTC","rules":[5]}}',
  ])("[PL74] an invalid stored draft is ignored: %s", (text) => {
    const store = flexLikeStore();
    storeDrafts(store, memoryStorage({ [`${PREFIX}${REF}`]: text }), PREFIX);
    expect(selectDrafts(store.getState())).toEqual([]);
  });

  it("[PL80] two tabs of one person share drafts, and each undoes only its own edits", () => {
    jest.useFakeTimers();
    const storage = memoryStorage();
    const [one, two] = [flexLikeStore(), flexLikeStore()];
    let tell: (key: string, text: string | null) => void = () => undefined;
    let told = 0;
    storeDrafts(two, storage, PREFIX, (listen) => (tell = listen));
    storeDrafts(
      one,
      {
        ...storage,
        setItem: (key, value) => {
          told += 1;
          storage.setItem(key, value);
          tell(key, value);
        },
        removeItem: (key) => {
          told += 1;
          storage.removeItem(key);
          tell(key, null);
        },
      },
      PREFIX,
    );
    two.dispatch(edit({ name: "Two" }));
    one.dispatch(edit({ name: "One" }));
    expect(selectDrafts(two.getState())).toEqual(selectDrafts(one.getState()));
    two.dispatch(undone());
    expect(selectDrafts(two.getState()).map(({ value }) => value?.name)).toEqual(["One"]);
    tell("schedule-manager:AC1:bo:s:x", null);
    tell(`${PREFIX}${REF}`, "not json");
    expect(selectDrafts(two.getState())).toHaveLength(1);
    one.dispatch(discarded({ ref: REF, at: 0 }));
    jest.runOnlyPendingTimers();
    jest.useRealTimers();
    expect([selectDrafts(one.getState()), selectDrafts(two.getState()), told]).toEqual([[], [], 2]);
  });

  it("[PL75] a storage that refuses writes loses no draft before the reload", () => {
    const store = flexLikeStore();
    const full = memoryStorage();
    full.setItem = () => {
      throw new Error("QuotaExceededError");
    };
    storeDrafts(store, full, PREFIX);
    store.dispatch(edit({ name: "Mine" }));
    expect(selectDrafts(store.getState())).toHaveLength(1);
  });
});

describe("publishing drafts", () => {
  const answer = ({ id, changes }: PublishRequest): PublishAnswer => ({
    id,
    version: "2",
    items: changes.map(({ kind, id: item, value }) => ({
      kind,
      id: item,
      revision: value === null ? null : "9",
      value,
    })),
    skipped: [],
    now: 0,
  });
  const without = (all: PublishAnswer, ids: readonly string[]): PublishAnswer => ({
    ...all,
    items: all.items.filter(({ id }) => !ids.includes(id)),
  });
  const SUFFIXES = ["ccccc3", "aaaaa1", "aaaaa1", "bbbbb2"];
  function scene(refuse = -1, skipped: readonly string[] = []) {
    const store = loaded();
    let used = 0;
    const sent: PublishRequest[] = [];
    const deps = {
      store,
      functions: {
        publish: async (request: PublishRequest) => {
          sent.push(request);
          return sent.length - 1 === refuse
            ? ({ ok: false, code: "publish-conflict", message: "", body: null } as const)
            : ({ ok: true, answer: without(answer(request), skipped) } as const);
        },
      },
      newId: () => `id-${sent.length}`,
      newSuffix: () => SUFFIXES[used++] ?? "zzzzz9",
      localNow: () => 0,
      random: () => 0,
      wait: async () => undefined,
      pace: new PublishPace(),
    };
    return { store, sent, publish: () => publishDrafts(deps, selectDrafts(store.getState())) };
  }

  it("[PL76] drafts are published together: rules before their schedules, deletions last", async () => {
    const { store, sent, publish } = scene();
    store.dispatch(edit(null));
    store.dispatch(edit({ name: "New" }, { id: "new-000001", base: null }));
    store.dispatch(
      edited({ kind: "rule", id: "rule-000001", base: null, value: { name: "Rule", isOpen: true }, at: 0 }),
    );
    await publish();
    expect(sent.map(({ changes }) => changes.map(({ id }) => id))).toEqual([
      ["rule-000001", "new-000001", EXAMPLE.id],
    ]);
    expect(selectDrafts(store.getState())).toEqual([]);
  });

  it("[PL76] a schedule is deleted before the rules that it lists", async () => {
    const { store, sent, publish } = scene();
    const { id, ...value } = WEEKDAYS;
    const base = { revision: "0", value };
    store.dispatch(edited({ kind: "rule", id, base, value: null, at: 0 }));
    store.dispatch(edit(null));
    store.dispatch(edit({ name: "New" }, { id: "new-000001", base: null }));
    await publish();
    expect(sent[0]?.changes.map((change) => change.id)).toEqual(["new-000001", EXAMPLE.id, id]);
  });

  it("[PB13] an item that the answer leaves out stays a draft", async () => {
    const { store, publish } = scene(-1, [EXAMPLE.id]);
    store.dispatch(edit({ name: "Mine" }));
    store.dispatch(edit({ name: "New" }, { id: "new-000001", base: null }));
    expect(await publish()).toMatchObject({ done: 2, failure: null });
    expect(selectDrafts(store.getState()).map(({ id }) => id)).toEqual([EXAMPLE.id]);
  });

  it("[PL77] drafts that disappear during earlier publishes are not sent", async () => {
    const { store, sent, publish } = scene();
    const first = 155;
    for (let n = 0; n < first + 2; n += 1)
      store.dispatch(edit({ name: `n${n}` }, { id: `n${n}-000001`, base: null }));
    const published = publish();
    store.dispatch(discarded({ ref: itemRef("schedule", `n${first}-000001`), at: 1 }));
    expect(await published).toEqual({ done: first + 2, count: first + 2, failure: null });
    expect(sent.map(({ changes }) => changes.length)).toEqual([first, 1]);
  });

  it("[PL77] many drafts go in several publishes, and published ones are removed even if a later publish fails", async () => {
    const { store, sent, publish } = scene(1);
    // New items of a single map.
    const first = 155;
    for (let n = 0; n < first + 5; n += 1) {
      store.dispatch(edit({ name: `n${n}` }, { id: `n${n}-000001`, base: null }));
    }
    expect(await publish()).toMatchObject({ done: first, failure: { code: "publish-conflict" } });
    expect(sent.map(({ changes }) => changes.length)).toEqual([first, 5]);
    expect(selectDrafts(store.getState())).toHaveLength(5);
  });

  it("[PL79] a new item's key contains its name and is made on publishing, and references follow it", async () => {
    const { store, sent, publish } = scene();
    const rule = provisionalKey("1");
    const schedule = provisionalKey("2");
    const isNew = { base: null, at: 0 } as const;
    store.dispatch(edited({ ...isNew, kind: "schedule", id: schedule, value: { ...BASE, rules: [rule] } }));
    store.dispatch(edited({ ...isNew, kind: "rule", id: rule, value: { name: "", isOpen: true } }));
    store.dispatch(edited({ ...isNew, kind: "rule", id: rule, value: { name: "Früh US", isOpen: true } }));
    const twin = { name: "Früh US", isOpen: false };
    store.dispatch(edited({ ...isNew, kind: "rule", id: provisionalKey("3"), value: twin }));
    store.dispatch(edit({ rules: [...BASE.rules, rule] }));
    store.dispatch(opened({ kind: "schedule", id: schedule }));
    store.dispatch(opened({ kind: "rule", id: rule }));
    await publish();
    expect(sent[0]?.changes.map(({ id, value }) => [id, (value as StoredSchedule).rules])).toEqual([
      ["fruh-us-aaaaa1", undefined],
      ["fruh-us-bbbbb2", undefined],
      ["example-ccccc3", ["fruh-us-aaaaa1"]],
      [EXAMPLE.id, [...BASE.rules, "fruh-us-aaaaa1"]],
    ]);
    const { navigation, drafts } = store.getState().scheduleManager;
    expect(drafts).toEqual({ items: {}, done: [], undone: [] });
    expect([...navigation.back, navigation].map(({ page }) => page).slice(1)).toEqual([
      { type: "item", kind: "schedule", id: "example-ccccc3" },
      { type: "item", kind: "rule", id: "fruh-us-aaaaa1" },
    ]);
  });

  it("[PL79] after a refusal the key stays, and steps can be undone", async () => {
    const { store, sent, publish } = scene(0);
    const rule = provisionalKey("1");
    store.dispatch(edited({ kind: "rule", id: rule, base: null, value: { name: "A", isOpen: true }, at: 0 }));
    store.dispatch(edit({ rules: [...BASE.rules, rule] }));
    await publish();
    store.dispatch(edit({ rules: [] }, { at: 9999 }));
    store.dispatch(undone());
    await publish();
    const ids = sent.map(({ changes }) => changes.map(({ id }) => id));
    expect(ids).toEqual([
      ["a-ccccc3", EXAMPLE.id],
      ["a-ccccc3", EXAMPLE.id],
    ]);
    expect(sent[1]?.changes[1]?.value).toEqual({ ...BASE, rules: [...BASE.rules, "a-ccccc3"] });
  });
});
