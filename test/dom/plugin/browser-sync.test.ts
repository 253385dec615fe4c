import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import { mapName, mapOf } from "@schedule-manager/shared/sync/layout";
import { browserSync } from "@schedule-manager/plugin/app/browser-sync";
import { clockCorrected } from "@schedule-manager/plugin/catalogue/clock";
import { readingWait, renewWait } from "@schedule-manager/plugin/sync/jitter";
import { MemorySync } from "../../contract/plugin-sync/memory-sync";
import { EXAMPLE, WEEKDAYS } from "../../unit/plugin/items";
import { MemoryCache } from "../../unit/plugin/catalogue/memory-cache";
import { flexLikeStore, storeSelectors } from "../../unit/plugin/store";

const { selectStatusTable } = storeSelectors();

/** ms from a change to the write, so several changes make one write. */
const STORE_AFTER = 10_000;
/** ms between writes that only refresh `asOf`. */
const SAY_AGAIN = 60_000;
/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;
/** ms without another event after which a change outside a publish is shown. */
const QUIET = 100;

const START = Date.parse("2026-03-02T16:00:00Z");
const SHARDS = 2;
const stored = ({ id: _, ...value }: { readonly id: string }) => value;
const MAP = mapOf("schedule", EXAMPLE.id, SHARDS);

function catalogue(): MemorySync {
  const sync = new MemorySync();
  for (let shard = 0; shard < SHARDS; shard += 1) {
    sync.createMap(mapName("schedule", shard, SHARDS));
    sync.createMap(mapName("rule", shard, SHARDS));
  }
  sync.put(MAP, EXAMPLE.id, stored(EXAMPLE));
  sync.put(mapOf("rule", WEEKDAYS.id, SHARDS), WEEKDAYS.id, stored(WEEKDAYS));
  sync.createDocument("layout", { generation: 1, shards: SHARDS });
  return sync;
}

interface PageOptions {
  readonly mayEdit?: boolean;
  readonly mayView?: boolean;
  readonly isShown?: () => boolean;
  readonly agents?: number;
  readonly random?: number;
  /** Shards that the functions name; they may be late. */
  readonly shards?: number;
  /** Receives the traces, with their topics. */
  readonly trace?: (line: string) => void;
}

/** A page of a browser, with its connection opened at once. */
function page(sync: MemorySync, cache: MemoryCache, options: PageOptions = {}) {
  const { mayEdit = false, mayView = mayEdit, isShown = () => false, agents = 7000, random = 0.5 } = options;
  const { shards = SHARDS, trace } = options;
  const store = flexLikeStore();
  let asked = 0;
  const opened = browserSync({
    identity: "sam",
    store,
    connect: sync.connect,
    cache,
    askFunctions: async () => {
      asked += 1;
      const answer: SyncTokenAnswer = {
        token: `token-${asked}`,
        serviceSid: "IS0",
        shards,
        ttl: 43_200,
        right: "read",
        identity: "sam",
        now: Date.now(),
      };
      return { ok: true, answer };
    },
    mayEdit,
    mayView,
    isShown,
    agents,
    now: Date.now,
    random: () => random,
    debug: {
      trace: (topic) => trace && ((message) => trace(`${topic}: ${message}`)),
      sdkLogLevel: "silent",
    },
  });
  opened.open();
  const state = () => store.getState().scheduleManager;
  const isOpen = () => selectStatusTable(store.getState()).statuses.get(EXAMPLE.id)?.decision.isOpen;
  return { ...opened, store, state, isOpen, asked: () => asked };
}

/** The cache of a browser that had the catalogue live for a while. */
async function cacheOfAnEarlierPage(sync: MemorySync): Promise<MemoryCache> {
  const cache = new MemoryCache();
  const first = page(sync, cache);
  await jest.advanceTimersByTimeAsync(STORE_AFTER + 5000);
  expect(first.state().live.asOf).toBeNull();
  first.close();
  sync.reads.length = 0;
  sync.tokens.length = 0;
  return cache;
}

describe("the browser's connection to Sync", () => {
  beforeEach(() => void jest.useFakeTimers({ now: START }));
  afterEach(() => void jest.useRealTimers());

  it("[SL7] a reload shows the cache at once with its date, and reads every map after the jitter without fetching a token", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), manualClose: true });
    const second = page(sync, cache, { agents: 7000, random: 0.999 });
    await jest.advanceTimersByTimeAsync(0);
    const { asOf } = second.state().live;
    expect(second.store.getState().scheduleManager.live.schedules.ids).toEqual([EXAMPLE.id]);
    expect(asOf).toBeGreaterThan(START);
    expect(asOf).toBeLessThanOrEqual(Date.now());
    const wait = readingWait(7000, 0.999);
    await jest.advanceTimersByTimeAsync(wait - 1000);
    expect([sync.clients, second.state().connection.type]).toEqual([0, "connecting"]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(second.state().live.asOf).toBeNull();
    expect(second.isOpen()).toBe(false);
    expect([...sync.reads].sort()).toEqual([
      "layout",
      "rules-0-of-2",
      "rules-1-of-2",
      "schedules-0-of-2",
      "schedules-1-of-2",
    ]);
    expect([sync.tokens.length, second.asked()]).toEqual([1, 0]);
    second.close();
  });

  it("[SL6] a browser without a cache connects at once", async () => {
    const sync = catalogue();
    const first = page(sync, new MemoryCache(), { agents: 7000, random: 0.999 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(first.state().live.asOf).toBeNull();
    expect(first.asked()).toBe(1);
    first.close();
  });

  it("[SL9] an expired token in the cache is replaced after the jitter", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    jest.setSystemTime(Date.now() + 12 * 3_600_000);
    const second = page(sync, cache, { random: 0.5 });
    await jest.advanceTimersByTimeAsync(readingWait(7000, 0.5) - 1000);
    expect(second.asked()).toBe(0);
    await jest.advanceTimersByTimeAsync(2000);
    expect(second.asked()).toBe(1);
    expect(second.state().live.asOf).toBeNull();
    second.close();
  });

  it("[SL8] a retry and an editor's browser skip the jitter", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    const second = page(sync, cache, { random: 0.999 });
    await jest.advanceTimersByTimeAsync(0);
    second.retry();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(second.state().live.asOf).toBeNull();
    second.close();
    const admin = page(sync, cache, { mayEdit: true, random: 0.999 });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(admin.state().live.asOf).toBeNull();
    expect(admin.asked()).toBe(1);
    admin.close();
  });

  it("[SL8] a person who opens the view ends the jitter, before or after the connection is asked for", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    let isShown = false;
    const waiting = page(sync, cache, { random: 0.999, isShown: () => isShown });
    await jest.advanceTimersByTimeAsync(GATHER);
    waiting.open();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(waiting.state().live.asOf).not.toBeNull();
    isShown = true;
    waiting.open();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(waiting.state().live.asOf).toBeNull();
    waiting.close();
    const shown = page(sync, cache, { random: 0.999, isShown: () => isShown });
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(shown.state().live.asOf).toBeNull();
    shown.close();
  });

  it("[OC22] without Sync the cached schedules are evaluated for the current time and show their date", async () => {
    const sync = catalogue();
    const one = page(sync, new MemoryCache());
    await jest.advanceTimersByTimeAsync(3000);
    expect([one.isOpen(), one.state().live.asOf]).toEqual([false, null]);
    const cut = Date.now();
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(one.state().live.asOf).toBe(cut);
    expect(one.state().live.schedules.ids).toEqual([EXAMPLE.id]);
    sync.restore();
    await jest.advanceTimersByTimeAsync(GATHER);
    expect(one.state().live.asOf).toBeNull();
    one.close();
  });

  it("[OC23] a change is written to the cache once after a delay, and the date periodically", async () => {
    const sync = catalogue();
    const cache = new MemoryCache();
    const one = page(sync, cache);
    await jest.advanceTimersByTimeAsync(3000 + STORE_AFTER);
    expect(cache.saves).toEqual(["put:2 drop:all"]);
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), name: "a" });
    sync.put(MAP, EXAMPLE.id, { ...stored(EXAMPLE), name: "b" });
    await jest.advanceTimersByTimeAsync(QUIET + STORE_AFTER);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    await jest.advanceTimersByTimeAsync(SAY_AGAIN);
    expect(cache.saves.slice(2)).toEqual(["put:0 drop:0"]);
    expect(cache.place).toMatchObject({ asOf: Date.now() });
    sync.remove(MAP, EXAMPLE.id);
    await jest.advanceTimersByTimeAsync(QUIET + STORE_AFTER);
    expect(cache.saves.slice(3)).toEqual(["put:0 drop:1"]);
    // The catalogue is not live, so the record keeps its date.
    const { place } = cache;
    sync.interrupt();
    await jest.advanceTimersByTimeAsync(5 * SAY_AGAIN);
    expect(cache.place).toEqual(place);
    one.close();
  });

  it("[SL6] a cache that does not answer within a second is not waited for", async () => {
    const sync = catalogue();
    const cache = new MemoryCache();
    jest.spyOn(cache, "load").mockReturnValue(new Promise(() => undefined));
    const one = page(sync, cache);
    expect(one.state().connection).toEqual({ type: "connecting", since: START });
    await jest.advanceTimersByTimeAsync(999);
    expect([one.asked(), sync.clients]).toEqual([0, 0]);
    await jest.advanceTimersByTimeAsync(1 + GATHER);
    expect([one.asked(), sync.clients]).toEqual([1, 1]);
    expect(one.state().live.asOf).toBeNull();
    one.close();
  });

  it("[SL7] the clock's offset is the cached one until a server gave the time", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    cache.place = { ...(cache.place as object), offset: -420_000 };
    const without = page(sync, cache);
    await jest.advanceTimersByTimeAsync(0);
    expect(without.state().clock.offset).toBe(-420_000);
    without.close();
    const known = page(sync, cache);
    known.store.dispatch(clockCorrected(0));
    await jest.advanceTimersByTimeAsync(0);
    expect(known.state().clock.offset).toBe(0);
    known.close();
    cache.place = { ...(cache.place as object), offset: null };
    const unknown = page(sync, cache);
    await jest.advanceTimersByTimeAsync(0);
    expect(unknown.state().clock.offset).toBeNull();
    unknown.close();
  });

  it("[PL107] the token of somebody who may open the view is asked for beside the cache, a reader's after it", async () => {
    const sync = catalogue();
    const asked = (options: PageOptions): number => {
      const cache = new MemoryCache();
      jest.spyOn(cache, "load").mockReturnValue(new Promise(() => undefined));
      const one = page(sync, cache, options);
      const at = one.asked();
      one.close();
      return at;
    };
    expect(asked({ mayEdit: true })).toBe(1);
    expect(asked({ mayView: true, isShown: () => true })).toBe(1);
    expect(asked({ mayView: true })).toBe(0);
    expect(asked({ isShown: () => true })).toBe(0);
  });

  it("[PL30] a page that ends before its cache is read, or while it waits, opens no connection", async () => {
    const sync = catalogue();
    const cache = await cacheOfAnEarlierPage(sync);
    const early = page(sync, cache);
    early.close();
    await jest.advanceTimersByTimeAsync(0);
    expect(early.state().live.schedules.ids).toEqual([]);
    const waiting = page(sync, cache);
    await jest.advanceTimersByTimeAsync(1000);
    waiting.close();
    await jest.advanceTimersByTimeAsync(readingWait(7000, 1));
    expect([sync.tokens, early.asked(), waiting.asked()]).toEqual([[], 0, 0]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[OC16] the shards that Sync names win over those of the functions, also in the cached token", async () => {
    const sync = catalogue();
    const cache = new MemoryCache();
    // The maps of the old layout are there still.
    sync.createMap(mapName("schedule", 0, 1));
    sync.createMap(mapName("rule", 0, 1));
    const one = page(sync, cache, { shards: 1 });
    await jest.advanceTimersByTimeAsync(readingWait(7000, 0.5) + 10_000 + STORE_AFTER);
    expect(one.state().live.asOf).toBeNull();
    expect(one.state().live.schedules.ids).toEqual([EXAMPLE.id]);
    expect(one.state().session?.shards).toBe(SHARDS);
    expect(cache.place).toMatchObject({ token: { shards: SHARDS } });
    one.close();
  });

  it("[OC24] a token is renewed at a moment of this browser's own", async () => {
    const sync = catalogue();
    const one = page(sync, new MemoryCache(), { random: 0.2 });
    const due = renewWait(43_200_000, 0.2);
    await jest.advanceTimersByTimeAsync(due - 10_000);
    expect(one.asked()).toBe(1);
    await jest.advanceTimersByTimeAsync(10_000);
    expect([one.asked(), sync.tokens]).toEqual([2, ["token-1", "token-2"]]);
    one.close();
  });

  it("[DE2] the traces tell how the browser connected", async () => {
    const sync = catalogue();
    const lines: string[] = [];
    const trace = (line: string) => lines.push(line);
    const cache = await cacheOfAnEarlierPage(sync);
    const first = page(sync, new MemoryCache(), { trace });
    await jest.advanceTimersByTimeAsync(GATHER);
    first.close();
    expect(lines.map((line) => line.replaceAll(/\d/g, "N"))).toEqual([
      "connection: connects in N ms: no usable cache",
      'connection: idle → authorizing on "open"',
      "connection: status: connecting",
      "connection: asks the functions for a token, to start",
      'connection: authorizing → connecting on "authorized"',
      'connection: connecting → connected on "up"',
      "connection: status: connected",
      "catalogue: layout",
      "catalogue: schedules-N-of-N: read, N items",
      "catalogue: schedules-N-of-N: read, N items",
      "catalogue: rules-N-of-N: read, N items",
      "catalogue: rules-N-of-N: read, N items",
      "catalogue: schedules-N-of-N: caught up",
      "catalogue: schedules-N-of-N: caught up",
      "catalogue: rules-N-of-N: caught up",
      "catalogue: rules-N-of-N: caught up",
      'connection: connected → closed on "close"',
    ]);
    lines.length = 0;
    const second = page(sync, cache, { trace });
    await jest.advanceTimersByTimeAsync(0);
    second.retry();
    await jest.advanceTimersByTimeAsync(GATHER);
    second.close();
    expect(lines[0]).toBe(`connection: connects in ${readingWait(7000, 0.5)} ms: showing the cache`);
    expect(lines).toContainEqual(
      expect.stringMatching(/^connection: uses the token that the browser kept, until 2026-03-03T0\d:/),
    );
  });
});
