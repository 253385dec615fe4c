import { storeCatalogue } from "@schedule-manager/plugin/catalogue/cache/keep-cache";
import { storedCatalogueFrom } from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";
import { clockCorrected } from "@schedule-manager/plugin/catalogue/clock";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import type { LiveEvent } from "@schedule-manager/plugin/catalogue/live-items";
import { connectionChanged } from "@schedule-manager/plugin/sync/connection-slice";
import { MemoryCache } from "../../unit/plugin/catalogue/memory-cache";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../../unit/plugin/items";
import { flexLikeStore } from "../../unit/plugin/store";

const START = Date.parse("2026-03-02T16:00:00Z");
/** ms from a change to the write, so several changes make one write. */
const STORE_AFTER = 10_000;
/** ms between writes that only refresh the date. */
const SAY_AGAIN = 60_000;
const MAPS = ["schedules-0", "rules-0"];
const TOKEN = { token: "t", serviceSid: "IS0", shards: 1, endsAt: START + 3_600_000 };

/** A cache whose writes can be refused and can take long. */
class SlowCache extends MemoryCache {
  isFull = false;
  takes = 0;
  override async save(change: Parameters<MemoryCache["save"]>[0]): Promise<boolean> {
    if (this.takes > 0) await new Promise((resolve) => setTimeout(resolve, this.takes));
    const isSaved = await super.save(change);
    return isSaved && !this.isFull;
  }
}

/** A page whose catalogue is live, and what it stores. */
function page() {
  const store = flexLikeStore();
  const cache = new SlowCache();
  const stop = storeCatalogue({ store, cache, token: () => TOKEN, now: Date.now });
  const told = (...events: readonly LiveEvent[]) => store.dispatch(liveChanged(events));
  const rename = (name: string, revision: string) =>
    told({ type: "changed", item: liveSchedule({ ...EXAMPLE, name }, revision) });
  store.dispatch(mapsOpened(MAPS));
  told(
    { type: "reset", kind: "schedule", map: "schedules-0", items: [liveSchedule(EXAMPLE)] },
    { type: "reset", kind: "rule", map: "rules-0", items: [liveRule(WEEKDAYS)] },
  );
  return { store, cache, stop, told, rename };
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

function show(visibility: "hidden" | "visible"): void {
  jest.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("the browser's copy of the catalogue", () => {
  beforeEach(() => void jest.useFakeTimers({ now: START }));
  afterEach(() => {
    jest.clearAllTimers();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it("[OC20] it has every item, the maps, the token and the clock's offset, as of the write", async () => {
    const { store, cache, stop } = page();
    store.dispatch(clockCorrected(-3000));
    await pass(STORE_AFTER - 1);
    expect(cache.saves).toEqual([]);
    await pass(1);
    expect(cache.saves).toEqual(["put:2 drop:all"]);
    const restored = storedCatalogueFrom(await cache.load(), START + STORE_AFTER);
    expect(restored).toMatchObject({ token: TOKEN, offset: -3000 });
    expect(restored?.catalogue).toMatchObject({ maps: MAPS, asOf: START + STORE_AFTER });
    expect(restored?.catalogue.schedules.map(({ value }) => value)).toEqual([EXAMPLE]);
    expect(restored?.catalogue.rules.map(({ value }) => value)).toEqual([WEEKDAYS]);
    stop();
  });

  it("[OC23] changes within ten seconds make one write, ten seconds after the first", async () => {
    const { cache, rename, stop } = page();
    await pass(STORE_AFTER);
    rename("a", "1");
    await pass(STORE_AFTER - 1);
    rename("b", "2");
    await pass(1);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    await pass(SAY_AGAIN - 1);
    expect(cache.saves).toHaveLength(2);
    await pass(1);
    expect(cache.saves.slice(2)).toEqual(["put:0 drop:0"]);
    stop();
  });

  it("[OC23] an item that is new since the last write is written alone", async () => {
    const { cache, told, stop } = page();
    await pass(STORE_AFTER);
    told({ type: "changed", item: liveRule({ ...WEEKDAYS, id: "new-000001" }) });
    await pass(STORE_AFTER);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    expect([...cache.items.keys()]).toContain("r:new-000001");
    stop();
  });

  it("[OC23] a page that is hidden is stored at once, one that is shown again is not", async () => {
    const { cache, rename, stop } = page();
    await pass(STORE_AFTER);
    rename("a", "1");
    show("visible");
    await pass(0);
    expect(cache.saves).toHaveLength(1);
    show("hidden");
    await pass(0);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    // The planned write was this one.
    await pass(SAY_AGAIN - 1);
    expect(cache.saves).toHaveLength(2);
    stop();
  });

  it("[OC23] what the browser refuses to store is written with the next write", async () => {
    const { cache, stop, told } = page();
    cache.isFull = true;
    await pass(STORE_AFTER);
    cache.isFull = false;
    await pass(SAY_AGAIN);
    expect(cache.saves).toEqual(["put:2 drop:all", "put:2 drop:all"]);
    told({ type: "removed", kind: "rule", id: WEEKDAYS.id });
    await pass(STORE_AFTER);
    expect(cache.saves.slice(2)).toEqual(["put:0 drop:1"]);
    stop();
  });

  it("[OC23] no write begins during another, and a change meanwhile is not forgotten", async () => {
    const { cache, rename, stop } = page();
    cache.takes = 5000;
    await pass(STORE_AFTER + 1000);
    rename("a", "1");
    show("hidden");
    await pass(4000);
    expect(cache.saves).toEqual(["put:2 drop:all"]);
    await pass(SAY_AGAIN + 5000);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    stop();
  });

  it("[OC23] a catalogue that is not live stays as it was stored", async () => {
    const { store, cache, rename, stop } = page();
    await pass(STORE_AFTER);
    store.dispatch(
      connectionChanged({ to: { type: "interrupted", reason: "network" }, at: START + STORE_AFTER }),
    );
    rename("a", "1");
    show("hidden");
    await pass(5 * SAY_AGAIN);
    expect(cache.saves).toHaveLength(1);
    // Caught up again.
    store.dispatch(liveChanged(MAPS.map((map) => ({ type: "caughtUp", map }) as const)));
    await pass(STORE_AFTER);
    expect(cache.saves.slice(1)).toEqual(["put:1 drop:0"]);
    stop();
  });

  it("[OC23] a page that ends stores nothing more", async () => {
    const { cache, rename, stop } = page();
    stop();
    rename("a", "1");
    show("hidden");
    await pass(5 * SAY_AGAIN);
    expect(cache.saves).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
