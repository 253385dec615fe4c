import { standInEnvironment, type StandInEnvironment } from "./environment";
import { personNamed } from "../../stand-in/dev-account";
import { refusal, until } from "./port";
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
  it("[SY40] REST: 200 reads of an object in ten seconds pass, then 429/54009, and other objects are not affected", async () => {
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

  it("[SY40] client: writes of items count for their map, and a refused one is not retried", async () => {
    const map = await env.connect("ada").map(env.name("map"));
    for (let count = 0; count < BUDGET; count += 1) await map.set(`k${count % 7}`, { count });
    expect(await refusal(map.set("another", {}))).toEqual(RATE);
    await env.pass(10_000);
    await map.set("another", {});
  });

  it("[SY41] writes of 10 KiB are limited to 2 a second", async () => {
    const map = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: map });
    const items = env.rest.syncMaps(map).syncMapItems;
    const data = { x: "x".repeat(10 * 1024) };
    for (let count = 0; count < BUDGET / 10; count += 1) await items.create({ key: `k${count}`, data });
    expect(await refusal(items.create({ key: "last", data }))).toEqual(RATE);
  });

  it("[SY42] creations in a service are limited to 20 a second, updates of items are not affected", async () => {
    const maps = Array.from({ length: 20 }, () => env.name("map"));
    for (const uniqueName of maps) await env.rest.syncMaps.create({ uniqueName });
    const add = (map: string, key: string) => env.rest.syncMaps(map).syncMapItems.create({ key, data: {} });
    for (let count = maps.length; count < BUDGET; count += 1) await add(maps[count % 20] ?? "", `k${count}`);
    const [map = ""] = maps;
    const client = await env.connect("ada").map(map);
    expect(await refusal(add(map, "one-more"))).toEqual(RATE);
    expect(await refusal(client.set("one-more", {}))).toEqual(RATE);
    expect(await refusal(env.rest.documents.create({}))).toEqual(RATE);
    await client.set("k20", { changed: true });
    await env.pass(10_000);
    await add(map, "one-more");
  });

  it("[SY43] limits can be switched off and on at run time", async () => {
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

  describe("limits of connections", () => {
    const clients: RawClient[] = [];
    afterEach(() => {
      for (const client of clients.splice(0)) client.close();
    });
    /** @returns 200, or the code of the refusal */
    async function connect(token = env.token("ada"), product = "data_sync"): Promise<number | undefined> {
      const client = await RawClient.open(env.standIn.twilsockUrl);
      clients.push(client);
      const { code, errorCode } = await client.init(token, product);
      if (code === 200) return 200;
      expect(code).toBe(429);
      return errorCode;
    }

    it("[SY44] new ones are limited by the second (51201), and open ones in total (51124)", async () => {
      expect([await connect(), await connect(), await connect(), await connect()]).toEqual([
        200, 200, 200, 51201,
      ]);
      await env.pass(1_000);
      expect([await connect(), await connect()]).toEqual([200, 51124]);
    });

    it("[SY66] connections of Flex's own clients count like Sync's, whatever their product", async () => {
      const { token } = personNamed("sam") ?? { token: "" };
      for (const product of ["flex_insights", "ip_messaging"]) {
        expect(await connect(token, product)).toBe(200);
      }
      expect(await connect()).toBe(200);
      expect([await connect(), await connect(token, "ip_messaging")]).toEqual([51201, 51201]);
      await env.pass(1_000);
      expect(await connect(token, "flex_insights")).toBe(200);
      expect([await connect(), await connect(token, "ip_messaging")]).toEqual([51124, 51124]);
    });

    it("[SY66] a refused or closed connection no longer counts", async () => {
      for (let count = 0; count < 3; count += 1) await connect();
      expect(await connect()).toBe(51201);
      await env.pass(1_000);
      expect([await connect(), await connect()]).toEqual([200, 51124]);
      clients[0]?.close();
      await until(() => env.standIn.hub.connections.size === 5, "the stand-in to notice");
      expect(await connect()).toBe(200);
    });
  });
});
