import type { ClientListener, SyncConnection } from "@schedule-manager/plugin/sync/connection";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { standInEnvironment, type StandInEnvironment } from "../sync/environment";
import type { PageSizes } from "../../stand-in/sync/page-sizes";
import { connectionContract, eventually, log, type Subject } from "./suite";

jest.setTimeout(120_000);

const IDENTITY = "schedule-editor";
const nothing: ClientListener = {
  state: () => undefined,
  tokenEnding: () => undefined,
  tokenEnded: () => undefined,
};

const connect = (env: StandInEnvironment, listener: Partial<ClientListener> = {}): SyncConnection =>
  twilioSync({
    region: null,
    more: {
      twilsock: { uri: env.standIn.twilsockUrl },
      retryPolicy: { min: 50, max: 200, randomness: 0.2 },
    },
  })(env.token(IDENTITY), { ...nothing, ...listener });

async function subject(pageSizes?: PageSizes): Promise<Subject> {
  const env = await standInEnvironment(pageSizes === undefined ? {} : { pageSizes });
  const { rest, standIn } = env;
  let refusing: number | null = null;
  const restore = async (): Promise<void> => {
    if (refusing !== null) standIn.faults.remove(refusing);
    refusing = null;
  };
  return {
    connect: (listener) => connect(env, listener),
    name: (text) => env.name(text),
    createMap: async (name, items) => {
      await rest.syncMaps.create({ uniqueName: name });
      for (const [key, data] of Object.entries(items)) {
        await rest.syncMaps(name).syncMapItems.create({ key, data });
      }
    },
    createDocument: async (name, data) => {
      await rest.documents.create({ uniqueName: name, data });
    },
    put: async (map, key, data) => {
      const { syncMapItems } = rest.syncMaps(map);
      const exists = await syncMapItems(key)
        .fetch()
        .then(
          () => true,
          () => false,
        );
      if (exists) await syncMapItems(key).update({ data });
      else await syncMapItems.create({ key, data });
    },
    remove: async (map, key) => {
      await rest.syncMaps(map).syncMapItems(key).remove();
    },
    removeMap: async (map) => {
      await rest.syncMaps(map).remove();
    },
    setDocument: async (name, data) => {
      await rest.documents(name).update({ data });
    },
    pass: (ms) => env.pass(ms),
    interrupt: async () => {
      refusing ??= standIn.faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
      standIn.hub.drop();
    },
    restore,
    close: () => env.close(),
  };
}

// Twilio documents at most 100 items for a page, but not a minimum.
describe.each([
  { default: 10, max: 10 },
  { default: 50, max: 50 },
  { default: 50, max: 100 },
])("the plugin's Sync, through twilio-sync, pages of at most $max", (pageSizes) => {
  connectionContract(() => subject(pageSizes));
});

describe("twilio-sync and the stand-in", () => {
  let env: StandInEnvironment;
  let sync: SyncConnection;
  beforeAll(async () => {
    env = await standInEnvironment();
    sync = connect(env);
  });
  afterAll(async () => {
    sync.close();
    await env.close();
  });

  it("[PL8] a map with less than a page is opened with two reads: the map and its page", async () => {
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    for (let index = 0; index < 60; index += 1) {
      await env.rest.syncMaps(map).syncMapItems.create({ key: `k${index}`, data: { index } });
    }
    const reads = (): number => env.standIn.countersByName()[map]?.reads ?? 0;
    const before = reads();
    const seen = log();
    const watch = await sync.watchMap(map, seen.listener);
    expect(seen.items.size).toBe(60);
    expect(reads() - before).toBe(2);
    watch.close();
  });

  it.each([429, 503])(
    "[PL108] a read that is refused with %i until the SDK gives up rejects without the status",
    async (status) => {
      const map = env.name("map");
      await env.rest.syncMaps.create({ uniqueName: map });
      const fault = env.standIn.faults.add({
        match: { transport: "twilsock", path: `/Maps/${map}` },
        action: { do: "answer", status, code: 54009 },
      });
      const really = setTimeout;
      jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "performance"] });
      let outcome: unknown = null;
      sync.watchMap(map, log().listener).then(
        () => (outcome = "opened"),
        (error: unknown) => (outcome = error),
      );
      // The SDK repeats it for at most 90 s; the sockets need a moment of real time for each step.
      for (let second = 0; second < 100 && outcome === null; second += 1) {
        jest.advanceTimersByTime(1000);
        await new Promise((resolve) => really(resolve, 5));
      }
      jest.useRealTimers();
      env.standIn.faults.remove(fault);
      expect(outcome).toMatchObject({ name: "SyncProblem", status: 0 });
    },
  );

  describe("a map of three pages", () => {
    let paged: StandInEnvironment;
    let client: SyncConnection;
    let map: string;
    const key = (n: number): string => `k${String(n).padStart(3, "0")}`;
    beforeAll(async () => {
      paged = await standInEnvironment({ pageSizes: { default: 10, max: 10 } });
    });
    beforeEach(async () => {
      client = connect(paged);
      map = paged.name("map");
      await paged.rest.syncMaps.create({ uniqueName: map });
      for (let n = 0; n < 25; n += 1) {
        await paged.rest.syncMaps(map).syncMapItems.create({ key: key(2 * n), data: { n } });
      }
    });
    afterEach(() => {
      paged.standIn.faults.clear();
      client.close();
    });
    afterAll(() => paged.close());

    /** From the second page on. */
    const later = { match: { transport: "twilsock", method: "GET", path: "/Items" }, after: 1 } as const;

    it("[PL3] nothing is delivered while a page is missing, and the watch is not caught up", async () => {
      const seen = log();
      const slow = paged.standIn.faults.add({ ...later, delayMs: 60_000 });
      const watching = client.watchMap(map, seen.listener);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect([seen.events, seen.caughtUp]).toEqual([[], []]);
      paged.standIn.faults.remove(slow);
      client.close();
      void watching.catch(() => undefined);
    });

    it("[PL3] a refused page rejects the watch, which was never caught up", async () => {
      const seen = log();
      paged.standIn.faults.add({ ...later, action: { do: "answer", status: 403, code: 54007 } });
      await expect(client.watchMap(map, seen.listener)).rejects.toMatchObject({ status: 403 });
      expect([seen.events, seen.caughtUp]).toEqual([[], []]);
    });

    it("[PL4] the map is complete when items between its pages are removed, added and changed meanwhile", async () => {
      const seen = log();
      paged.standIn.faults.add({ ...later, delayMs: 500, times: 1 });
      const watching = client.watchMap(map, seen.listener);
      const items = paged.rest.syncMaps(map).syncMapItems;
      await eventually(() => {
        expect(paged.standIn.faults.list()).toEqual([]);
      });
      // The first page ends with k018; the SDK would continue from its last known key.
      await items(key(18)).remove();
      await items.create({ key: key(41), data: { late: true } });
      await items(key(2)).update({ data: { changed: true } });
      const watch = await watching;
      const expected = Object.fromEntries(
        Array.from({ length: 25 }, (_, n) => [key(2 * n), { n }] as const).filter(([one]) => one !== key(18)),
      );
      await eventually(() => {
        expect(Object.fromEntries(seen.items)).toEqual({
          ...expected,
          [key(2)]: { changed: true },
          [key(41)]: { late: true },
        });
      });
      watch.close();
    });
  });

  it("[PL9] an object that the token may not read reports 403", async () => {
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    await env.setAcl(true);
    await expect(sync.watchMap(map, log().listener)).rejects.toMatchObject({ status: 403 });
    await env.permit("map", map, IDENTITY, { read: true });
    const seen = log();
    const watch = await sync.watchMap(map, seen.listener);
    expect(seen.events).toEqual(["reset:0"]);
    watch.close();
    await env.setAcl(false);
  });

  it("[OC32] a socket that fails to open is retried; one that Twilio refuses permanently is not", async () => {
    const states: string[] = [];
    const refused = env.standIn.faults.add({
      match: { transport: "init", identity: IDENTITY },
      action: { do: "refuse" },
    });
    const other = connect(env, { state: (state) => void states.push(state) });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(new Set(states)).toEqual(new Set(["connecting"]));
    env.standIn.faults.remove(refused);
    await eventually(() => {
      expect(states.at(-1)).toBe("connected");
    });
    env.standIn.hub.closeAll(406);
    await eventually(() => {
      expect(states).toContain("unsupported");
    });
    other.close();
  });

  it("[PL10] a new token is used on an open socket, and the end of a token is announced", async () => {
    let ending = 0;
    const other = connect(env, { tokenEnding: () => void (ending += 1) });
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    await other.watchMap(map, log().listener);
    await other.updateToken(env.token(IDENTITY));
    await env.pass((3600 - 120) * 1000);
    await eventually(() => {
      expect(ending).toBe(1);
    });
    other.close();
  });
});
