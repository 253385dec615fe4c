import { standInEnvironment, type StandInEnvironment } from "./environment";
import { refusal } from "./port";
import { RawClient } from "./raw-client";

jest.setTimeout(120_000);
let env: StandInEnvironment;
beforeEach(async () => {
  env = await standInEnvironment({
    limits: true,
    connectionLimits: { connections: 4, newPerSecond: 3, requestsPerSecond: 600 },
  });
});
afterEach(() => env.close());

const RATE = { status: 429, code: 54009 };
/** Twenty a second over a window of ten seconds. */
const BUDGET = 200;

describe("rate limits", () => {
  it("[SY40] REST: 200 reads of an object in ten seconds, then 429/54009, and others are not touched", async () => {
    const [one, two] = [env.name("map"), env.name("map")];
    for (const uniqueName of [one, two]) await env.rest.syncMaps.create({ uniqueName });
    for (let count = 0; count < BUDGET; count += 1) await env.rest.syncMaps(one).syncMapItems.page();
    expect(await refusal(env.rest.syncMaps(one).fetch())).toEqual(RATE);
    expect((await env.rest.syncMaps(two).fetch()).uniqueName).toBe(two);
    await env.rest.syncMaps(one).syncMapItems.create({ key: "k", data: {} });
    await env.pass(10_000);
    expect((await env.rest.syncMaps(one).fetch()).uniqueName).toBe(one);
    expect(env.standIn.countersByName()[one]).toEqual({
      reads: BUDGET + 1,
      writes: 1,
      throttledReads: 1,
      throttledWrites: 0,
    });
  });

  it("[SY40] client: any item's write counts for its map, and a refused one is not tried again", async () => {
    const map = await env.connect("ada").map(env.name("map"));
    for (let count = 0; count < BUDGET; count += 1) await map.set(`k${count % 7}`, { count });
    expect(await refusal(map.set("another", {}))).toEqual(RATE);
    await env.pass(10_000);
    await map.set("another", {});
  });

  it("[SY41] writes of 10 KiB may come at 2 a second", async () => {
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    const items = env.rest.syncMaps(map).syncMapItems;
    const data = { x: "x".repeat(10 * 1024) };
    for (let count = 0; count < BUDGET / 10; count += 1) await items.create({ key: `k${count}`, data });
    expect(await refusal(items.create({ key: "last", data }))).toEqual(RATE);
  });

  it("[SY43] they can be switched off and on while it runs", async () => {
    const name = env.name("document");
    await env.rest.documents.create({ uniqueName: name });
    const { limits } = env.standIn.sync;
    limits.enabled = false;
    for (let count = 0; count < BUDGET + 5; count += 1) await env.rest.documents(name).fetch();
    limits.enabled = true;
    for (let count = 0; count < BUDGET; count += 1) await env.rest.documents(name).fetch();
    expect(await refusal(env.rest.documents(name).fetch())).toEqual(RATE);
  });

  it("[SY44] a connection may send 500 requests a second", async () => {
    const client = await RawClient.open(env.standIn.twilsockUrl);
    await client.init(env.token("ada"));
    const answers = await Promise.all(
      Array.from({ length: 501 }, () => client.request("GET", "/v3/Maps/nowhere")),
    );
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(500);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    client.close();
  });

  it("[SY44] new connections are limited by the second, and standing ones altogether", async () => {
    const clients: RawClient[] = [];
    const connect = async (): Promise<number> => {
      const client = await RawClient.open(env.standIn.twilsockUrl);
      clients.push(client);
      return (await client.init(env.token("ada"))).code;
    };
    expect([await connect(), await connect(), await connect(), await connect()]).toEqual([
      200, 200, 200, 429,
    ]);
    await env.pass(1_000);
    expect([await connect(), await connect()]).toEqual([200, 429]);
    for (const client of clients) client.close();
  });
});
