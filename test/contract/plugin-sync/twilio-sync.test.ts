import type { ClientListener, SyncConnection } from "@schedule-manager/plugin/sync/connection";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { standInEnvironment, type StandInEnvironment } from "../sync/environment";
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

async function subject(): Promise<Subject> {
  const env = await standInEnvironment();
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

describe("the plugin's Sync, through twilio-sync", () => {
  connectionContract(subject);
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

  it("[PL8] opens a map of less than a page with a single read", async () => {
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
    expect(reads() - before).toBe(1);
    watch.close();
  });

  it("[OC5] goes on from a position without a single read", async () => {
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    await env.rest.documents.create({ uniqueName: map, data: { n: 1 } });
    const nobody = { changed: () => undefined, lost: () => undefined };
    const [watch, document] = [
      await sync.watchMap(map, log().listener),
      await sync.watchDocument(map, nobody),
    ];
    const [from, documentFrom] = [watch.position(), document.position()];
    if (from === null || documentFrom === null) throw new Error("no position");
    watch.close();
    document.close();
    await env.rest.syncMaps(map).syncMapItems.create({ key: "a", data: {} });
    const reads = (): number =>
      Object.values(env.standIn.countersByName()).reduce((sum, { reads: one }) => sum + one, 0);
    const before = reads();
    const other = connect(env);
    const seen = log();
    await other.watchMap(map, seen.listener, from);
    await other.watchDocument(map, nobody, documentFrom);
    await eventually(() => {
      expect(seen.events).toEqual(["changed:a:0:{}"]);
      expect(seen.caughtUp).toEqual([1]);
    });
    expect(reads() - before).toBe(0);
    other.close();
  });

  it("[PL9] says 403 for what the token may not read", async () => {
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

  it("[OC32] a socket that breaks while it opens is tried again, one that Twilio takes no more is not", async () => {
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

  it("[PL10] takes a new token on a socket that is open, and says when one is about to end", async () => {
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
