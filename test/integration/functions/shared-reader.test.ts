import { parseSharedReader } from "@schedule-manager/shared/layout-schema";
import { SHARED_READER, type SharedReader } from "@schedule-manager/shared/sync-layout";
import { findSharedReader } from "@schedule-manager/plugin/sync/shared-reader";
import { twilioSync } from "@schedule-manager/plugin/sync/twilio-sync";
import { startInstance } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(120_000);

let world: World;
let built: Built;
let now = Date.now();

beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(async () => {
  now = Date.now();
  world = await startWorld(undefined, true, () => now);
});
afterEach(() => world?.standIn.stop());

/** A new instance each time: what one instance remembers must not be what makes it work. */
const ask = async (person: string): Promise<string> => {
  const twilioUrl = world.standIn.url;
  const answer = await startInstance({ folder: built.folder, name: "sync-token", twilioUrl }).call({
    Token: `flex-token-${person}`,
  });
  expect(answer.status).toBe(200);
  return String(answer.body["token"]);
};

const document = () => world.client.sync.v1.services("default").documents(SHARED_READER);
const shared = async (): Promise<SharedReader | null> => {
  const found = await document()
    .fetch()
    .catch(() => null);
  return found === null ? null : parseSharedReader(found.data);
};

/** As an agent's browser looks for it, with its Flex token and the real library. */
const find = (isGood: (reader: SharedReader) => boolean = () => true, wait = 300) =>
  findSharedReader({
    connect: twilioSync({ region: null, more: { twilsock: { uri: world.standIn.twilsockUrl } } }),
    flexToken: () => "flex-token-sam",
    isGood,
    wait: () => wait,
  });

describe("the token that readers share", () => {
  it("[OC27] an agent's token is put where every browser of the account finds it with its Flex token", async () => {
    expect(await find()).toBe("none");
    const token = await ask("sam");
    expect(await find()).toMatchObject({ token, shards: 8 });
  });

  it("[OC27] a browser that waits hears of the token that another one fetches", async () => {
    await ask("sam");
    now += 11 * 60_000;
    const old = await shared();
    const found = find(({ token }) => token !== old?.token, 3000);
    // Tokens of one second are the same.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const token = await ask("sue");
    expect(token).not.toBe(old?.token);
    expect(await found).toMatchObject({ token });
  });

  it("[OC28] an editor's token is not shared", async () => {
    await ask("ada");
    expect(await shared()).toBeNull();
  });

  it("[OC29] a token that was shared a moment ago is left alone, an older one replaced", async () => {
    const revision = async () => (await document().fetch()).revision;
    await ask("sam");
    const first = await revision();
    now += 60_000;
    await ask("sue");
    expect(await revision()).toBe(first);
    now += 10 * 60_000;
    await ask("sue");
    expect(await revision()).not.toBe(first);
  });

  it.each<[string, (good: SharedReader) => object]>([
    ["nonsense", () => ({ token: 5 })],
    ["a token of another signature", (good) => ({ ...good, token: `${good.token.slice(0, -4)}AAAA` })],
    ["another number of shards", (good) => ({ ...good, shards: 3 })],
  ])("[OC29] %s that somebody put there is replaced at once", async (_, spoil) => {
    await ask("sam");
    const good = await shared();
    if (good === null) throw new Error("nothing was shared");
    await document().update({ data: spoil(good) });
    const token = await ask("sam");
    expect(await shared()).toMatchObject({ token, shards: 8 });
  });

  it("[OC30] where the default service does not answer, the token comes all the same", async () => {
    world.standIn.faults.add({ match: { path: SHARED_READER }, action: { do: "refuse" } });
    expect((await ask("sam")).length).toBeGreaterThan(100);
    world.standIn.faults.clear();
    expect(await shared()).toBeNull();
  });
});
