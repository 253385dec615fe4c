import type {
  ClientState,
  ItemRange,
  MapListener,
  SyncConnection,
} from "@schedule-manager/plugin/sync/connection";

/** A Sync service to watch, with the means to change it from outside. */
export interface Subject {
  connect(listener?: { state(state: ClientState): void }): SyncConnection;
  /** A unique name. */
  name(text: string): string;
  createMap(name: string, items: Readonly<Record<string, unknown>>): Promise<void>;
  createDocument(name: string, data: unknown): Promise<void>;
  put(map: string, key: string, data: unknown): Promise<void>;
  remove(map: string, key: string): Promise<void>;
  removeMap(map: string): Promise<void>;
  setDocument(name: string, data: unknown): Promise<void>;
  /** Advances Sync's clock. */
  pass(ms: number): Promise<void>;
  /** Drops every socket; clients reconnect by themselves or through `restore`. */
  interrupt(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export interface Log {
  readonly events: string[];
  /** Number of events after which the watch was caught up. */
  readonly caughtUp: number[];
  readonly items: Map<string, unknown>;
  readonly listener: MapListener;
}

/** Records a map's events and its current items. */
export function log(): Log {
  const events: string[] = [];
  const items = new Map<string, unknown>();
  const caughtUp: number[] = [];
  return {
    events,
    caughtUp,
    items,
    listener: {
      reset(all) {
        events.push(`reset:${all.length}`);
        items.clear();
        for (const { key, data } of all) items.set(key, data);
      },
      changed({ key, data, revision }) {
        events.push(`changed:${key}:${revision}:${JSON.stringify(data)}`);
        items.set(key, data);
      },
      removed(key) {
        events.push(`removed:${key}`);
        items.delete(key);
      },
      caughtUp() {
        caughtUp.push(events.length);
      },
      lost({ status }) {
        events.push(`lost:${status}`);
      },
    },
  };
}

const PATIENCE = 20_000;

export async function eventually(check: () => void): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** The contract of the plugin's `SyncConnection`. */
export function connectionContract(make: () => Promise<Subject>): void {
  let subject: Subject;
  let sync: SyncConnection;
  beforeAll(async () => {
    subject = await make();
    sync = subject.connect();
  });
  afterAll(async () => {
    sync.close();
    await subject.close();
  });

  it("[PL1] a map's items are delivered first, then each change, in order", async () => {
    const map = subject.name("map");
    await subject.createMap(map, { a: { n: 1 }, b: { n: 2 } });
    const { events, listener } = log();
    const watch = await sync.watchMap(map, listener);
    expect(events).toEqual(["reset:2"]);
    await subject.put(map, "a", { n: 3 });
    await subject.put(map, "c", { n: 4 });
    await subject.remove(map, "b");
    await subject.put(map, "b", { n: 5 });
    await eventually(() => {
      expect(events.slice(1)).toEqual([
        'changed:a:1:{"n":3}',
        'changed:c:0:{"n":4}',
        "removed:b",
        'changed:b:0:{"n":5}',
      ]);
    });
    watch.close();
    await subject.put(map, "a", { n: 6 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(events).toHaveLength(5);
  });

  it("[PL2] values are copies: a later change does not affect earlier ones", async () => {
    const map = subject.name("map");
    await subject.createMap(map, { a: { n: 1 } });
    const told: unknown[] = [];
    const watch = await sync.watchMap(map, {
      ...log().listener,
      reset: (items) => told.push(...items),
      changed: (item) => told.push(item),
    });
    await subject.put(map, "a", { n: 2 });
    await subject.put(map, "a", { n: 3 });
    await eventually(() => {
      expect(told).toHaveLength(3);
    });
    expect(told.map((item) => (item as { data: unknown }).data)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    watch.close();
  });

  it("[PL3] every item of a map with several pages is delivered", async () => {
    const map = subject.name("map");
    const items = Object.fromEntries(
      Array.from({ length: 230 }, (_, index) => [`k${String(index).padStart(3, "0")}`, { index }]),
    );
    await subject.createMap(map, items);
    const seen = log();
    const watch = await sync.watchMap(map, seen.listener);
    expect(Object.fromEntries(seen.items)).toEqual(items);
    watch.close();
  });

  it("[PL4] no item added while a long map is read is missed", async () => {
    const map = subject.name("map");
    const key = (index: number): string => `k${String(index).padStart(3, "0")}`;
    const items = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [key(index * 2), { index }]));
    await subject.createMap(map, items);
    const seen = log();
    const opening = sync.watchMap(map, seen.listener);
    await subject.put(map, key(299), { late: true });
    const watch = await opening;
    await eventually(() => {
      expect(Object.fromEntries(seen.items)).toEqual({ ...items, [key(299)]: { late: true } });
    });
    watch.close();
  });

  it("[PL5] a document is delivered at first and at each change", async () => {
    const name = subject.name("document");
    await subject.createDocument(name, { n: 1 });
    const told: unknown[] = [];
    const watch = await sync.watchDocument(name, {
      changed: ({ data }) => told.push(data),
      lost: () => told.push("lost"),
    });
    await subject.setDocument(name, { n: 2 });
    await eventually(() => {
      expect(told).toEqual([{ n: 1 }, { n: 2 }]);
    });
    watch.close();
  });

  it("[PL6] a missing object reports 404, and so does the removal of a watched one", async () => {
    await expect(sync.watchMap(subject.name("none"), log().listener)).rejects.toMatchObject({
      name: "SyncProblem",
      status: 404,
    });
    const nothing = { changed: () => undefined, lost: () => undefined };
    await expect(sync.watchDocument(subject.name("none"), nothing)).rejects.toMatchObject({ status: 404 });
    const map = subject.name("map");
    await subject.createMap(map, {});
    const { events, listener } = log();
    await sync.watchMap(map, listener);
    await subject.removeMap(map);
    await eventually(() => {
      expect(events).toEqual(["reset:0", "lost:404"]);
    });
  });

  it("[PL7] changes during a lost connection are delivered, and the loss is reported", async () => {
    const map = subject.name("map");
    await subject.createMap(map, { a: { n: 1 } });
    const states: ClientState[] = [];
    const other = subject.connect({ state: (state) => states.push(state) });
    const { events, listener } = log();
    await other.watchMap(map, listener);
    await eventually(() => {
      expect(states.at(-1)).toBe("connected");
    });
    await subject.interrupt();
    await subject.put(map, "a", { n: 2 });
    await subject.put(map, "b", { n: 3 });
    await subject.restore();
    await eventually(() => {
      expect(events).toEqual(["reset:1", 'changed:a:1:{"n":2}', 'changed:b:0:{"n":3}']);
    });
    expect(states.filter((state) => state === "connected")).toHaveLength(2);
    other.close();
  });

  describe("a list of a map's items", () => {
    const keys = Array.from({ length: 130 }, (_, index) => `k${String(index).padStart(3, "0")}`);
    let map: string;
    beforeAll(async () => {
      map = subject.name("map");
      await subject.createMap(map, Object.fromEntries(keys.map((key, n) => [key, { n }])));
    });
    const list = async (range: ItemRange): Promise<readonly [string, string, number, boolean]> => {
      const { items, more } = await sync.listItems(map, range);
      return [items[0]?.key ?? "", items.at(-1)?.key ?? "", items.length, more];
    };

    it.each<[string, ItemRange, readonly [string, string, number, boolean]]>([
      ["everything", {}, ["k000", "k099", 100, true]],
      ["the newest", { order: "desc", pageSize: 20 }, ["k129", "k110", 20, true]],
      ["few", { pageSize: 3 }, ["k000", "k002", 3, true]],
      ["from a key on", { from: "k100" }, ["k100", "k129", 30, false]],
      ["backwards from a key", { from: "k019", order: "desc" }, ["k019", "k000", 20, false]],
      ["from where no item is", { from: "k100:x", pageSize: 20 }, ["k101", "k120", 20, true]],
      [
        "backwards from where none is",
        { from: "k100:x", order: "desc", pageSize: 20 },
        ["k100", "k081", 20, true],
      ],
      ["a part", { from: "k010", to: "k012" }, ["k010", "k012", 3, false]],
      ["a part backwards", { from: "k012", to: "k010", order: "desc" }, ["k012", "k010", 3, false]],
      ["a page of a part", { from: "k010", to: "k050", pageSize: 20 }, ["k010", "k029", 20, true]],
      ["nothing", { from: "l" }, ["", "", 0, false]],
    ])("[HV1] contains %s", async (_, range, expected) => {
      expect(await list(range)).toEqual(expected);
    });

    it("[HV1] contains the current items each time, also for several concurrent pages", async () => {
      await subject.put(map, "k200", { n: 200 });
      const pages = [list({ order: "desc", pageSize: 10 }), list({ from: "k050", pageSize: 10 })];
      expect(await Promise.all(pages)).toEqual([
        ["k200", "k121", 10, true],
        ["k050", "k059", 10, true],
      ]);
      await subject.remove(map, "k200");
      expect(await list({ order: "desc", pageSize: 10 })).toEqual(["k129", "k120", 10, true]);
      const { items } = await sync.listItems(map, { pageSize: 1 });
      expect(items).toMatchObject([{ key: "k000", data: { n: 0 }, revision: "0" }]);
    });

    it("[HV1] reports 404 for a missing map", async () => {
      await expect(sync.listItems(subject.name("none"), {})).rejects.toMatchObject({
        name: "SyncProblem",
        status: 404,
      });
    });
  });

  it("[OC2] a watch reports when it is caught up: after opening, and after each lost socket", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const other = subject.connect();
    const { events, caughtUp, listener } = log();
    await other.watchMap(map, listener);
    await eventually(() => {
      expect(caughtUp).toEqual([1]);
    });
    await subject.interrupt();
    await subject.put(map, "a", { n: 1 });
    await subject.put(map, "b", { n: 2 });
    expect(caughtUp).toEqual([1]);
    await subject.restore();
    await eventually(() => {
      expect(caughtUp).toEqual([1, 3]);
    });
    expect(events).toHaveLength(3);
    other.close();
  });

  it("[LK1] an item is written on top of the current value, and not written when the change returns nothing", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const seen = log();
    const watch = await sync.watchMap(map, seen.listener);
    const given: unknown[] = [];
    const write = (n: number) => (data: unknown) => {
      given.push(data);
      return { n };
    };
    const first = await sync.changeItem(map, "a", 60, write(1));
    expect(first).toMatchObject({ key: "a", data: { n: 1 }, revision: "0" });
    expect(Math.abs((first?.updated ?? 0) - Date.now())).toBeLessThan(300_000);
    expect(await sync.changeItem(map, "a", 60, write(2))).toMatchObject({ data: { n: 2 }, revision: "1" });
    expect(await sync.changeItem(map, "a", 60, () => null)).toBeNull();
    expect(await sync.changeItem(map, "b", 60, () => null)).toBeNull();
    expect(given).toEqual([undefined, { n: 1 }]);
    await eventually(() => {
      expect(seen.events).toEqual(["reset:0", 'changed:a:0:{"n":1}', 'changed:a:1:{"n":2}']);
    });
    watch.close();
  });

  it("[LK1] of two concurrent writers the second is asked again with the first one's value", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const other = subject.connect();
    const watches = [await sync.watchMap(map, log().listener), await other.watchMap(map, log().listener)];
    const claim = (who: string) => (data: unknown) => (data === undefined ? { who } : null);
    for (const key of ["a", "b", "c", "d", "e"]) {
      const both = await Promise.all([
        sync.changeItem(map, key, 60, claim("ada")),
        other.changeItem(map, key, 60, claim("bo")),
      ]);
      expect(both.filter((item) => item !== null)).toHaveLength(1);
    }
    for (const watch of watches) watch.close();
    other.close();
  });

  it("[LK1] an item that is not written again in time expires, and can be written again", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const seen = log();
    const watch = await sync.watchMap(map, seen.listener);
    await sync.changeItem(map, "a", 60, () => ({ n: 1 }));
    await subject.pass(40_000);
    await sync.changeItem(map, "a", 60, () => ({ n: 2 }));
    await subject.pass(40_000);
    expect(await sync.changeItem(map, "a", 60, (data) => (data === undefined ? { n: 0 } : null))).toBeNull();
    await subject.pass(61_000);
    await eventually(() => {
      expect(seen.events.at(-1)).toBe("removed:a");
    });
    const anew = await sync.changeItem(map, "a", 60, (data) => (data === undefined ? { n: 3 } : null));
    expect(anew).toMatchObject({ data: { n: 3 } });
    watch.close();
  });

  it("[LK1] a write waits while the socket is lost", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const other = subject.connect();
    const watch = await other.watchMap(map, log().listener);
    await subject.interrupt();
    let written = false;
    const write = other.changeItem(map, "a", 60, () => ({ n: 1 })).then(() => (written = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(written).toBe(false);
    await subject.restore();
    await write;
    watch.close();
    other.close();
  });

  it("[LK1] a write during which the socket is lost is made once", async () => {
    const map = subject.name("map");
    await subject.createMap(map, {});
    const other = subject.connect();
    const seen = log();
    const watch = await other.watchMap(map, seen.listener);
    // Later and later in the course of the write: before it is sent, in flight, and answered.
    for (let turns = 0; turns < 8; turns += 1) {
      const key = `k${turns}`;
      const write = other.changeItem(map, key, 60, (data) => (data === undefined ? { n: 1 } : null));
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      await subject.interrupt();
      await subject.restore();
      await write;
      await eventually(() => {
        expect(seen.events.filter((event) => event.includes(`:${key}:`))).toEqual([
          `changed:${key}:0:{"n":1}`,
        ]);
      });
    }
    watch.close();
    other.close();
  });
}
