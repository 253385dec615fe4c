import type { SyncMap, SyncMapItem } from "twilio-sync";
import { subscribed } from "./client-port";
import { standInEnvironment, type StandInEnvironment } from "./environment";
import { refusal, until } from "./port";
import { SEED } from "../../support/seed";

jest.setTimeout(180_000);
let env: StandInEnvironment;
beforeEach(async () => (env = await standInEnvironment()));
afterEach(() => env.close());

/** Random numbers that are equal for a seed on every machine (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A subscriber's state, from its events alone. */
function belief(map: SyncMap): Map<string, unknown> {
  const items = new Map<string, unknown>();
  const put = ({ item }: { item: SyncMapItem }) => items.set(item.key, item.data);
  map.on("itemAdded", put);
  map.on("itemUpdated", put);
  map.on("itemRemoved", ({ key }: { key: string }) => items.delete(key));
  return items;
}

describe("unstable connections", () => {
  it(`[SY33] subscribers end with the server's state, however often they are disconnected (SEED=${SEED})`, async () => {
    const random = randomNumbers(SEED);
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const names = ["ada", "bo", "watcher", "another"];
    const maps = await Promise.all(names.map((name) => env.connect(name).map(id)));
    await Promise.all(maps.map(subscribed));
    const beliefs = maps.map(belief);
    const writers = maps.slice(0, 2);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    for (let step = 0; step < 120; step += 1) {
      const key = `k${Math.floor(random() * 6)}`;
      const map = pick(writers);
      const chance = random();
      // A reply may be lost with the connection: the library reports it, and the write may or may not be
      // applied.
      const ignore = () => undefined;
      if (chance < 0.65) map.set(key, { step }).catch(ignore);
      else if (chance < 0.85) map.remove(key).catch(ignore);
      else {
        const name = pick(names);
        env.standIn.hub.drop(({ identity }) => identity === name);
      }
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, Math.floor(random() * 40)));
    }
    await Promise.all(writers.map((map, index) => retry(() => map.set(`end${index}`, {}))));
    await until(() => beliefs.every((one) => one.has("end0") && one.has("end1")), "the last events");
    const items = await env.rest.syncMaps(id).syncMapItems.list();
    const truth = Object.fromEntries(items.map(({ key, data }) => [key, data as unknown]));
    for (const one of beliefs.slice(2)) expect(Object.fromEntries([...one].sort())).toEqual(truth);
    // A writer may receive its own removal again after it has written the item anew, so its map is compared
    // instead of its events.
    for (const map of writers) {
      for (const key of Object.keys(truth)) expect((await map.get(key)).data).toEqual(truth[key]);
    }
  });

  it.each([308, 500])("[SY34] a connection closed with %i reconnects and misses nothing", async (code) => {
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const client = env.connect("ada");
    const map = await client.map(id);
    await subscribed(map);
    const items = belief(map);
    expect(env.standIn.hub.closeAll(code)).toBe(1);
    await until(() => client.connectionState !== "connected", "the close");
    await env.rest.syncMaps(id).syncMapItems.create({ key: "k", data: { n: 1 } });
    await until(() => items.size > 0, "the event");
    expect(Object.fromEntries(items)).toEqual({ k: { n: 1 } });
  });

  it("[SY28] an identity that loses read permission receives no more events", async () => {
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    await env.setAcl(true);
    for (const identity of ["ada", "bo"]) await env.permit("map", id, identity, { read: true });
    const [ada, bo] = await Promise.all([env.connect("ada").map(id), env.connect("bo").map(id)]);
    await Promise.all([ada, bo].map(subscribed));
    const beliefs = [ada, bo].map(belief);
    await env.permit("map", id, "bo", {});
    await env.rest.syncMaps(id).syncMapItems.create({ key: "k", data: {} });
    await until(() => beliefs[0]?.has("k") === true, "the event");
    expect(await refusal(bo.get("another"))).toEqual({ status: 403, code: 54007 });
    expect(beliefs[1]?.size).toBe(0);
  });
});

async function retry<T>(operation: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await operation();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
