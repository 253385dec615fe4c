import { isLoaded } from "@schedule-manager/plugin/catalogue/live";
import { followCatalogue } from "@schedule-manager/plugin/catalogue/live-effect";
import {
  type CatalogueHead,
  type CatalogueLayout,
  mapName,
  mapOf,
} from "@schedule-manager/shared/sync/layout";
import {
  type MapListener,
  type SyncConnection,
  SyncProblem,
  type Watch,
} from "@schedule-manager/plugin/sync/connection";
import { MemorySync } from "../../../contract/plugin-sync/memory-sync";
import { EXAMPLE, WEEKDAYS } from "../items";
import { openManager } from "../sync/open-manager";
import { flexLikeStore, storeSelectors } from "../store";

const { selectLiveSchedules, selectRulesById, selectStatusTable } = storeSelectors();

/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;
/** ms without another event after which changes outside a publish are shown. */
const QUIET = 100;

const HEAD: CatalogueHead = { generation: 1, shards: 2, publish: null, recent: [] };
const LAYOUT: CatalogueLayout = { generation: 1, shards: 2 };
const stored = ({ id: _, ...value }: { readonly id: string }) => value;

const scheduleMap = (id: string, shards = 2): string => mapOf("schedule", id, shards);
function catalogue(): MemorySync {
  const sync = new MemorySync();
  for (const shards of [2, 3]) {
    for (let shard = 0; shard < shards; shard += 1) {
      sync.createMap(mapName("schedule", shard, shards));
      sync.createMap(mapName("rule", shard, shards));
    }
  }
  sync.put(scheduleMap(EXAMPLE.id), EXAMPLE.id, stored(EXAMPLE));
  sync.put(mapOf("rule", WEEKDAYS.id, 2), WEEKDAYS.id, stored(WEEKDAYS));
  sync.createDocument("head", HEAD);
  sync.createDocument("layout", LAYOUT);
  return sync;
}

function scene(sync = catalogue(), right: "read" | "edit" = "edit") {
  const store = flexLikeStore();
  let drawn = 0;
  store.subscribe(() => (drawn += 1));
  const answers = { shards: 2 };
  openManager(
    {
      connect: sync.connect,
      fetchToken: async () => ({
        ok: true,
        answer: {
          token: "t",
          serviceSid: "IS0",
          ttl: 3600,
          right,
          identity: "ada",
          now: 0,
          ...answers,
        },
      }),
      random: () => 0.999,
    },
    [
      followCatalogue((action) => store.dispatch(action), {
        onShards: (shards) => (answers.shards = shards),
      }),
    ],
  );
  return { sync, store, drawn: () => drawn };
}

const names = (store: ReturnType<typeof flexLikeStore>) =>
  selectLiveSchedules(store.getState()).map(({ value, problem }) => value?.name ?? problem);

describe("following the catalogue", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("[PL32] the store holds the parsed items of all maps, and the head", async () => {
    const { store, sync } = scene();
    await jest.advanceTimersByTimeAsync(GATHER);
    const { layout, live, head: lock, session } = store.getState().scheduleManager;
    expect(isLoaded(live)).toBe(true);
    expect(names(store)).toEqual(["Example"]);
    expect(selectRulesById(store.getState()).get(WEEKDAYS.id)).toEqual(WEEKDAYS);
    expect([layout, lock]).toEqual([LAYOUT, HEAD]);
    expect(session).toEqual({ identity: "ada", right: "edit", shards: 2 });
    sync.put(scheduleMap(EXAMPLE.id), EXAMPLE.id, stored({ ...EXAMPLE, name: "Renamed" } as typeof EXAMPLE));
    await jest.advanceTimersByTimeAsync(QUIET);
    expect(names(store)).toEqual(["Renamed"]);
  });

  it("[PL97] an agent's browser follows the items and the layout, and no publish in progress", async () => {
    const { store, sync } = scene(undefined, "read");
    await jest.advanceTimersByTimeAsync(GATHER);
    const { layout, head: lock } = store.getState().scheduleManager;
    expect([layout, lock]).toEqual([LAYOUT, null]);
    expect([...sync.reads].sort()).toEqual([
      "layout",
      "rules-0-of-2",
      "rules-1-of-2",
      "schedules-0-of-2",
      "schedules-1-of-2",
    ]);
    sync.setDocument("layout", { ...LAYOUT, generation: 2 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(store.getState().scheduleManager.layout).toEqual({ ...LAYOUT, generation: 2 });
    expect(sync.clients).toBe(1);
  });

  it("[PL33] an invalid item affects no other item and carries its problem", async () => {
    const { store, sync } = scene();
    sync.put(scheduleMap("broken-000001"), "broken-000001", { name: "Broken", timeZone: 5 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(names(store)).toHaveLength(2);
    expect(names(store)).toContain("Example");
    const broken = selectLiveSchedules(store.getState()).find(({ id }) => id === "broken-000001");
    expect(broken).toMatchObject({ value: null });
    expect(broken?.problem).toMatch(/\S/);
  });

  it("[PL34] many changes outside a publish are shown together, after a pause", async () => {
    const { store, sync, drawn } = scene();
    await jest.advanceTimersByTimeAsync(10 * GATHER);
    const before = drawn();
    for (let n = 0; n < 200; n += 1) {
      const id = `s${n}-000001`;
      sync.put(scheduleMap(id), id, { ...stored(EXAMPLE), name: `s${n}` });
    }
    await jest.advanceTimersByTimeAsync(QUIET - 1);
    expect(names(store)).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(names(store)).toHaveLength(201);
    expect(drawn() - before).toBe(1);
  });

  it.each([
    ["of one item", "read", 1, 0],
    ["of forty items", "read", 40, 0],
    ["of one item", "edit", 1, 3],
    ["of forty items", "edit", 40, 3],
  ] as const)(
    "[SL13] a publish %s costs a browser with the right to %s one dispatch and one pass (%i items, %i of the head)",
    async (_, right, count, ofHead) => {
      const { store, sync, drawn } = scene(undefined, right);
      await jest.advanceTimersByTimeAsync(10 * GATHER);
      let passes = 0;
      let table = selectStatusTable(store.getState());
      store.subscribe(() => {
        const now = selectStatusTable(store.getState());
        if (now !== table) passes += 1;
        table = now;
      });
      const before = drawn();
      // The order of a publish: the lease, the intent, rules, schedules, `layout`, `head`.
      sync.setDocument("head", { ...HEAD, generation: 1 });
      sync.setDocument("head", { ...HEAD, generation: 1 });
      for (let n = 0; n < count; n += 1) {
        await jest.advanceTimersByTimeAsync(QUIET - 1);
        const id = `item-${n}-000001`;
        if (n < count / 2 - 1) sync.put(mapOf("rule", id, 2), id, stored(WEEKDAYS));
        else sync.put(scheduleMap(id), id, { ...stored(EXAMPLE), name: `s${n}` });
      }
      expect(passes).toBe(0);
      sync.setDocument("layout", { ...LAYOUT, generation: 2 });
      sync.setDocument("head", { ...HEAD, generation: 2 });
      await jest.advanceTimersByTimeAsync(10 * QUIET);
      expect(store.getState().scheduleManager.layout?.generation).toBe(2);
      expect(selectLiveSchedules(store.getState()).some(({ id }) => id === `item-${count - 1}-000001`)).toBe(
        true,
      );
      expect([drawn() - before, passes]).toEqual([1 + ofHead, 1]);
    },
  );

  it("[PL35] a new number of shards opens everything again, and no old item stays", async () => {
    const { store, sync } = scene();
    await jest.advanceTimersByTimeAsync(GATHER);
    sync.put(scheduleMap(EXAMPLE.id), EXAMPLE.id, { ...stored(EXAMPLE), name: "Old" });
    // The order of resharding: copy the items, write the layout, remove the old items.
    sync.put(scheduleMap(EXAMPLE.id, 3), EXAMPLE.id, { ...stored(EXAMPLE), name: "Moved" });
    sync.put(scheduleMap("third-000001", 3), "third-000001", { ...stored(EXAMPLE), name: "Third" });
    sync.setDocument("layout", { ...LAYOUT, shards: 3 });
    await jest.advanceTimersByTimeAsync(5000);
    expect(names(store).sort()).toEqual(["Moved", "Third"]);
    sync.remove(scheduleMap(EXAMPLE.id), EXAMPLE.id);
    await jest.advanceTimersByTimeAsync(QUIET);
    expect(names(store).sort()).toEqual(["Moved", "Third"]);
    expect(sync.clients).toBe(1);
  });

  it("[PL35] a layout that is no layout is shown as none, and opens nothing again", async () => {
    const { store, sync } = scene();
    await jest.advanceTimersByTimeAsync(GATHER);
    sync.reads.length = 0;
    sync.setDocument("layout", { shards: "many" });
    await jest.advanceTimersByTimeAsync(5000);
    expect(store.getState().scheduleManager.layout).toBeNull();
    expect([sync.reads, names(store)]).toEqual([[], ["Example"]]);
  });

  it("[PL36] the catalogue stays visible while the connection is opened again", async () => {
    const { store, sync } = scene();
    await jest.advanceTimersByTimeAsync(GATHER);
    sync.removeMap("rules-0-of-2");
    await jest.advanceTimersByTimeAsync(0);
    expect(names(store)).toEqual(["Example"]);
    sync.createMap("rules-0-of-2", {});
    await jest.advanceTimersByTimeAsync(5000);
    expect(names(store)).toEqual(["Example"]);
    expect(isLoaded(store.getState().scheduleManager.live)).toBe(true);
  });
});

describe("the watches of the catalogue", () => {
  /** A catalogue whose watches open when the test says so. */
  function watched() {
    const failures: unknown[] = [];
    const busy: boolean[] = [];
    const opened: string[] = [];
    const answers: { open: () => void; refuse: (error: unknown) => void; lose: MapListener["lost"] }[] = [];
    let closed = 0;
    let isConnected = true;
    const watch = (name: string, { lost: lose }: Pick<MapListener, "lost">): Promise<Watch> =>
      new Promise((resolve, reject) => {
        opened.push(name);
        const open = () => resolve({ close: () => (closed += 1) });
        answers.push({ open, refuse: reject, lose });
      });
    const sync = { watchMap: watch, watchDocument: watch } as unknown as SyncConnection;
    const session = { token: "t", serviceSid: "IS0", ttl: 1, shards: 1, identity: "ada", now: 0 };
    const task = followCatalogue((action) => flexLikeStore().dispatch(action), { random: () => 0.5 });
    const stop = task(
      sync,
      { ...session, right: "read" },
      {
        fail: (error) => failures.push(error),
        busy: (isBusy) => busy.push(isBusy),
        isConnected: () => isConnected,
      },
    );
    const disconnect = () => (isConnected = false);
    return { answers, failures, busy, opened, stop, disconnect, closed: () => closed };
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

  it("[PL29] one that ends or can't be opened ends the connection's client, with Sync's reason", async () => {
    const { answers, failures } = watched();
    // `layout` and the two maps.
    expect(answers).toHaveLength(3);
    answers[0]?.lose({ status: 404, code: 54_300, message: "gone" });
    const refusal = new SyncProblem(403, 54_007, "no");
    answers[1]?.refuse(refusal);
    await turn();
    expect(failures[0]).toBeInstanceOf(SyncProblem);
    expect(failures).toMatchObject([{ status: 404, code: 54_300, message: "gone" }, { status: 403 }]);
    expect(failures[1]).toBe(refusal);
  });

  it.each([
    ["as too many", new SyncProblem(429, 54_009, "too many")],
    ["with a server's error", new SyncProblem(503, 0, "unavailable")],
    ["until the SDK gives up", new SyncProblem(0, 0, "Maximum attempt time limit reached")],
  ])(
    "[PL108] one that Sync refuses %s is opened again alone, after half a minute to a minute",
    async (_, refusal) => {
      jest.useFakeTimers();
      const { answers, failures, busy, opened, closed } = watched();
      const [layout, schedules, rules] = opened;
      answers[0]?.refuse(refusal);
      answers[1]?.refuse(refusal);
      answers[2]?.open();
      await jest.advanceTimersByTimeAsync(44_999);
      expect(opened).toEqual([layout, schedules, rules]);
      await jest.advanceTimersByTimeAsync(1);
      expect(opened.slice(3)).toEqual([layout, schedules]);
      answers[3]?.open();
      answers[4]?.refuse(refusal);
      await jest.advanceTimersByTimeAsync(45_000);
      expect(opened.slice(5)).toEqual([schedules]);
      expect(busy).toEqual([true, true, true]);
      answers[5]?.open();
      await jest.advanceTimersByTimeAsync(0);
      expect(busy.slice(3)).toEqual([false]);
      expect(failures).toEqual([]);
      expect(closed()).toBe(0);
      jest.useRealTimers();
    },
  );

  it("[PL108] after the end none is opened again", async () => {
    jest.useFakeTimers();
    const { answers, busy, opened, stop } = watched();
    answers[0]?.refuse(new SyncProblem(429, 54_009, "too many"));
    await jest.advanceTimersByTimeAsync(0);
    stop();
    answers[1]?.refuse(new SyncProblem(429, 54_009, "too many"));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(opened).toHaveLength(3);
    expect(busy).toEqual([true, false]);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it("[PL29] one that can't be opened because the socket is lost ends the connection's client", async () => {
    const { answers, failures, busy, disconnect } = watched();
    disconnect();
    answers[0]?.refuse(new SyncProblem(0, 0, "Maximum attempt time limit reached"));
    await turn();
    expect(failures).toHaveLength(1);
    expect(busy).toEqual([]);
  });

  it("[PL30] after the end the open ones are closed, those that open late too, and no failure is told", async () => {
    const { answers, failures, stop, closed } = watched();
    answers[0]?.open();
    await turn();
    expect(closed()).toBe(0);
    stop();
    expect(closed()).toBe(1);
    answers[1]?.open();
    answers[2]?.refuse(new SyncProblem(404, 0, "gone"));
    answers[0]?.lose({ status: 404, code: 0, message: "gone" });
    await turn();
    expect([closed(), failures]).toEqual([2, []]);
  });
});
