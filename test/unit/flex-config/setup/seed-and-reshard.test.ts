/** Seeding and resharding against the stand-in in this process, with everybody's clock moved by the requests. */
import { LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import {
  CHANGE_FEEDS,
  changesName,
  HEAD,
  historyKey,
  historyMapOf,
  itemRef,
  LAYOUT,
  mapName,
  mapOf,
  PUBLISHES,
} from "@schedule-manager/shared/sync/layout";
import { reshard } from "@schedule-manager/flex-config/setup/reshard";
import { seed } from "@schedule-manager/flex-config/setup/seed";
import { setUpSync } from "@schedule-manager/flex-config/setup/sync";
import { readLive } from "@schedule-manager/flex-config/live/read-live";
import twilio, { type Twilio } from "twilio";
import { Between, MANY } from "../../../integration/flex-config/support/reshard-world";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../../stand-in/server";
import { restore, type Snapshot, snapshot } from "../../../stand-in/sync/snapshot";

jest.setTimeout(60_000);
const SHARDS = 3;
/** Concurrent requests that the set-up allows itself. */
const MOST = 4;
const ITEMS = [
  ...MANY.rules.map(({ id, ...value }) => ({ kind: "rule" as const, id, value })),
  ...MANY.schedules.map(({ id, ...value }) => ({ kind: "schedule" as const, id, value })),
];
const BY = { identity: "ada" };

/** The service after its set-up. */
let prepared: string | null = null;
let standIn: StandIn;
let client: Twilio;
let now: number;
/** Milliseconds that a write takes. */
let slow: number;
/** Milliseconds that reading a map takes. */
let slowReads: number;
let running: number;
let most: number;
/** When the lease was written. */
let signs: number[];
let fail: (method: string, uri: string) => boolean;
/** Runs before each request. */
let meanwhile: (method: string, uri: string) => Promise<void>;

beforeEach(async () => {
  [now, slow, slowReads, running, most] = [Date.parse("2026-03-02T10:00:00Z"), 0, 0, 0, 0];
  signs = [];
  fail = () => false;
  meanwhile = async () => undefined;
  standIn = await startStandIn({ port: 0, limits: false, now: () => now });
  const around = new Between(async (request, options) => {
    const { method, uri } = options;
    if (fail(method, uri)) throw new Error("killed");
    await meanwhile(method, uri);
    running += 1;
    most = Math.max(most, running);
    if (method === "post" && uri.endsWith(`/Documents/${HEAD}`)) signs.push(now);
    else if (method !== "get") now += slow;
    else if (uri.includes("/Items")) now += slowReads;
    try {
      return await request(options);
    } finally {
      running -= 1;
    }
  });
  client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: around });
  client.sync.baseUrl = standIn.url;
  if (prepared === null) {
    await setUpSync({ client, serviceSid: SYNC_SERVICE_SID, shards: SHARDS });
    prepared = JSON.stringify(snapshot(standIn.sync.store));
  } else restore(standIn.sync.store, JSON.parse(prepared) as Snapshot);
  signs = [];
  most = 0;
});
afterEach(() => standIn.stop());

const service = () => client.sync.v1.services(SYNC_SERVICE_SID);
/** The service as somebody else uses it, such as the console. */
const direct = () => {
  const other = twilio(ACCOUNT_SID, AUTH_TOKEN);
  other.sync.baseUrl = standIn.url;
  return other.sync.v1.services(SYNC_SERVICE_SID);
};
const document = async (name: string) => (await service().documents(name).fetch()).data as unknown;
const item = async (map: string, key: string): Promise<unknown> =>
  (await service().syncMaps(map).syncMapItems(key).fetch()).data as unknown;
const itemsOf = (map: string) => service().syncMaps(map).syncMapItems.list();
const head = async () => parseHead(await document(HEAD));
const time = {
  now: () => new Date(now).toISOString(),
  wait: async (ms: number): Promise<void> => void (now += ms),
};
const where = () => ({ client, serviceSid: SYNC_SERVICE_SID, ...time });
const seeded = (publish = "publish-first") => seed({ ...where(), configuration: MANY, by: BY, publish });
const resharded = (shards: number) =>
  reshard({ ...where(), shards, change: <T>(_what: string, make: () => Promise<T>) => make() });
const longestSilence = (): number =>
  Math.max(...signs.slice(1).map((sign, index) => sign - (signs[index] ?? 0)));

async function hasAll(shards: number): Promise<void> {
  for (const { kind, id, value } of ITEMS) {
    expect(await item(mapOf(kind, id, shards), id)).toEqual(value);
  }
}

describe("the concurrent requests", () => {
  it("[SU7] of a set-up are at most four, also when it finds nothing to do", async () => {
    expect(await setUpSync({ client, serviceSid: SYNC_SERVICE_SID })).toEqual({ ok: true, steps: [] });
    expect(most).toBe(MOST);
  });

  it("[SU7] of a reading of everything are at most four", async () => {
    expect(await readLive({ client, serviceSid: SYNC_SERVICE_SID })).toMatchObject({ ok: true });
    expect(most).toBe(MOST);
  });
});

describe("a first configuration", () => {
  it("[SU4] is a publish: items, their history, the journal, change feeds, layout and head", async () => {
    const since = time.now();
    expect(await seeded()).toEqual({ ok: true, items: ITEMS.length });
    await hasAll(SHARDS);
    const common = { publish: "publish-first", generation: 1, by: BY, at: since };
    for (const { kind, id, value } of ITEMS) {
      const key = historyKey(itemRef(kind, id), 1, "publish-first");
      expect(await item(historyMapOf(id), key)).toEqual({ ...common, kind, id, baseRevision: null, value });
    }
    const journal = await itemsOf(PUBLISHES);
    const items = ITEMS.map(({ kind, id }) => itemRef(kind, id));
    expect(journal.map(({ data }) => data as unknown)).toEqual([{ ...common, part: 0, parts: 1, items }]);
    expect(await head()).toMatchObject({
      generation: 1,
      publish: null,
      recent: [{ id: "publish-first", by: BY }],
    });
    expect(await document(LAYOUT)).toEqual({ generation: 1, shards: SHARDS });
    for (let index = 0; index < CHANGE_FEEDS; index += 1)
      expect(await document(changesName(index))).toEqual({ generation: 1, recent: [] });
  });

  it("[SU7] is written with at most four requests at once, and renews its lease", async () => {
    slow = 1000;
    await seeded();
    expect(most).toBe(MOST);
    expect(signs.length).toBeGreaterThan(8);
    expect(longestSilence()).toBeLessThan(LEASE_TTL);
  });

  it("[SU4] is refused once anything was published", async () => {
    await seeded();
    expect(await seeded("publish-other")).toEqual({ ok: false, reason: "not-empty" });
    expect(await head()).toMatchObject({ generation: 1, publish: null });
  });

  it.each([6, 30, 44])("[SU4] interrupted after %i writes, is finished by the next run", async (after) => {
    let writes = 0;
    fail = (method) => method === "post" && (writes += 1) > after;
    await expect(seeded()).rejects.toThrow("killed");
    fail = () => false;
    expect(await head()).toMatchObject({ publish: { id: "publish-first" } });
    expect(await seeded()).toEqual({ ok: true, items: ITEMS.length });
    await hasAll(SHARDS);
    expect(await head()).toMatchObject({ generation: 1, publish: null });
  });

  it("[SU4] waits for another publisher, and leaves a dead one to the next publish", async () => {
    const others = { id: "publish-x", by: BY, since: time.now(), phase: "applying", generation: 1 };
    const before = await head();
    await service()
      .documents(HEAD)
      .update({ data: { ...before, publish: others } });
    const begun = now;
    expect(await seeded()).toEqual({ ok: false, reason: "publish-interrupted" });
    expect(now - begun).toBeGreaterThan(LEASE_TTL);
    expect(await head()).toMatchObject({ publish: { id: "publish-x" } });
    let waits = 0;
    const wait = async (ms: number): Promise<void> => {
      now += ms;
      waits += 1;
      if (waits === 3)
        await service()
          .documents(HEAD)
          .update({ data: before ?? {} });
    };
    const options = { ...where(), wait, configuration: MANY, by: BY, publish: "publish-first" };
    expect(await seed(options)).toMatchObject({ ok: true });
    expect(waits).toBe(3);
  });

  it("[SU4] is not written into a service that was not set up", async () => {
    await service().documents(HEAD).remove();
    await expect(seeded()).rejects.toMatchObject({ status: 404 });
  });
});

describe("another number of shards", () => {
  it("[RS2] copies everything, and commits without items, so that readers read everything", async () => {
    await seeded();
    expect(await resharded(5)).toEqual({ ok: true });
    await hasAll(5);
    expect(await head()).toMatchObject({
      generation: 2,
      shards: 5,
      publish: null,
      recent: [{ id: expect.stringMatching(/^reshard-/) as string }, {}],
    });
    expect(await document(LAYOUT)).toEqual({ generation: 2, shards: 5 });
    expect(await document(changesName(0))).toEqual({ generation: 2, recent: [] });
    signs = [];
    expect(await resharded(5)).toEqual({ ok: true });
    expect(signs).toEqual([]);
  });

  it("[RS5, RS9] at most four requests run at once, and the lease is renewed", async () => {
    await seeded();
    [slow, signs, most] = [1000, [], 0];
    await resharded(5);
    expect(most).toBe(MOST);
    expect(signs.length).toBeGreaterThan(8);
    expect(longestSilence()).toBeLessThan(LEASE_TTL);
  });

  it("[RS5] the lease is renewed while copies of items that the console deleted are removed", async () => {
    await seeded();
    const rules = ITEMS.filter(({ kind }) => kind === "rule");
    let copies = 0;
    let wasDeleted = false;
    meanwhile = async (method, uri) => {
      if (method !== "post" || !/-of-5\/Items$/.test(uri) || (copies += 1) < ITEMS.length || wasDeleted)
        return;
      wasDeleted = true;
      for (const { id } of rules)
        await direct()
          .syncMaps(mapOf("rule", id, SHARDS))
          .syncMapItems(id)
          .remove();
      slow = 2000;
      signs = [now];
    };
    expect(await resharded(5)).toEqual({ ok: true });
    expect(await itemsOf(mapName("rule", 0, 5))).toEqual([]);
    expect(now - (signs[0] ?? now)).toBeGreaterThan(rules.length * slow);
    expect(longestSilence()).toBeLessThan(LEASE_TTL);
  });

  it("[RS5] the lease is renewed while the maps are read", async () => {
    await seeded();
    [slowReads, signs] = [2000, []];
    expect(await resharded(5)).toEqual({ ok: true });
    expect(signs.length).toBeGreaterThan(8);
    expect(longestSilence()).toBeLessThan(LEASE_TTL);
  });

  it("[RS4] copies an edit made in the console while it copies", async () => {
    await seeded();
    const edited = { name: "By hand", isOpen: false };
    const map = mapOf("rule", "rule-3", SHARDS);
    let writes = 0;
    fail = (method, uri) => {
      // On the way to the last write before the switch.
      if (method === "post" && uri.endsWith(`/Documents/${HEAD}`)) writes += 1;
      return false;
    };
    const change = async <T>(_what: string, make: () => Promise<T>) => {
      await direct().syncMaps(map).syncMapItems("rule-3").update({ data: edited });
      await direct()
        .syncMaps(mapOf("rule", "rule-4", SHARDS))
        .syncMapItems("rule-4")
        .remove();
      return make();
    };
    expect(await reshard({ ...where(), shards: 5, change })).toEqual({ ok: true });
    expect(writes).toBeGreaterThan(2);
    expect(await item(mapOf("rule", "rule-3", 5), "rule-3")).toEqual(edited);
    await expect(item(mapOf("rule", "rule-4", 5), "rule-4")).rejects.toMatchObject({ status: 404 });
  });

  it("[RS3] killed after the switch, is finished by the next run", async () => {
    await seeded();
    let switched = false;
    fail = (method, uri) => switched && method === "post" && uri.includes("changes-");
    const whenSwitched = fail;
    fail = (method, uri) => {
      switched ||= uri.endsWith("/Documents/changes-0");
      return whenSwitched(method, uri);
    };
    await expect(resharded(5)).rejects.toThrow("killed");
    expect(await head()).toMatchObject({ shards: 5, generation: 1, publish: { phase: "applying" } });
    fail = () => false;
    expect(await resharded(5)).toEqual({ ok: true });
    expect(await head()).toMatchObject({ shards: 5, generation: 2, publish: null });
    await hasAll(5);
  });
});
