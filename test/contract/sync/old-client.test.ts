/** The library in Flex, twilio-sync 2.0.1, which uses version 3 of the event protocol. */
import { createRequire } from "node:module";
import { standInEnvironment, type StandInEnvironment } from "./environment";
import { refusal, until } from "./port";

interface OldMap {
  on(event: string, listener: (change: OldChange) => void): void;
}
interface OldDocument {
  on(event: string, listener: (change: { readonly data: unknown }) => void): void;
}
interface OldChange {
  readonly key: string;
  readonly item: { readonly key: string; readonly data: unknown };
}
interface OldStream {
  on(event: string, listener: (change: { readonly message: { readonly data: unknown } }) => void): void;
}
interface OldClient {
  map(options: string | object): Promise<OldMap>;
  document(name: string): Promise<OldDocument>;
  stream(name: string): Promise<OldStream>;
  shutdown(): Promise<void>;
}
type OldLibrary = new (token: string, options: object) => OldClient;

const fromFlex = createRequire(require.resolve("@twilio/flex-ui/package.json"));
const Client = fromFlex("twilio-sync") as OldLibrary;
const { version } = fromFlex("twilio-sync/package.json") as { version: string };

jest.setTimeout(120_000);
let env: StandInEnvironment;
let clients: OldClient[];
let uncaught: unknown[];
const catchAll = (error: unknown): void => void uncaught.push(error);

beforeEach(async () => {
  clients = [];
  uncaught = [];
  process.on("uncaughtException", catchAll).on("unhandledRejection", catchAll);
  env = await standInEnvironment();
});
afterEach(async () => {
  for (const client of clients) await client.shutdown();
  await env.close();
  process.off("uncaughtException", catchAll).off("unhandledRejection", catchAll);
  expect(uncaught).toEqual([]);
});

function connect(identity: string): OldClient {
  const retryPolicy = { min: 50, max: 500, randomness: 0.2 };
  const twilsock = { uri: env.standIn.twilsockUrl };
  const client = new Client(env.token(identity), { twilsock, retryPolicy });
  clients.push(client);
  return client;
}

async function watchedMap(name: string): Promise<readonly string[]> {
  const map = await connect("flex").map(name);
  const log: string[] = [];
  map.on("itemAdded", ({ item }) => log.push(`added ${item.key} ${JSON.stringify(item.data)}`));
  map.on("itemUpdated", ({ item }) => log.push(`updated ${item.key} ${JSON.stringify(item.data)}`));
  map.on("itemRemoved", ({ key }) => log.push(`removed ${key}`));
  map.on("removed", () => log.push("gone"));
  const { sid } = await env.rest.syncMaps(name).fetch();
  await until(() => env.standIn.hub.subscriptions.subscribersOf(sid) === 1, "the subscription");
  return log;
}

describe("twilio-sync as Flex ships it", () => {
  it("[SY68] is version 2.0.1", () => {
    expect(version).toBe("2.0.1");
  });

  it("[SY68] receives changes of a map and a document, and a stream's messages", async () => {
    const [map, document, stream] = [env.name("map"), env.name("document"), env.name("stream")];
    const items = env.rest.syncMaps(map).syncMapItems;
    const log = await watchedMap(map);
    await items.create({ key: "a", data: { n: 0 } });
    await items("a").update({ data: { n: 1 } });
    await items("a").remove();
    await env.rest.syncMaps(map).remove();
    const told = ['added a {"n":0}', 'updated a {"n":1}', "removed a", "gone"];
    await until(() => log.length >= told.length, "the changes");
    expect(log).toEqual(told);

    const heard: unknown[] = [];
    (await connect("flex").document(document)).on("updated", ({ data }) => heard.push(data));
    (await connect("flex").stream(stream)).on("messagePublished", ({ message }) => heard.push(message.data));
    const sids = [
      (await env.rest.documents(document).fetch()).sid,
      (await env.rest.syncStreams(stream).fetch()).sid,
    ];
    const { subscriptions } = env.standIn.hub;
    await until(() => sids.every((sid) => subscriptions.subscribersOf(sid) === 1), "the subscriptions");
    await env.rest.documents(document).update({ data: { n: 2 } });
    await until(() => heard.length === 1, "the document");
    await env.rest.syncStreams(stream).streamMessages.create({ data: { n: 3 } });
    await until(() => heard.length === 2, "the message");
    expect(heard).toEqual([{ n: 2 }, { n: 3 }]);
  });

  it("[SY68] receives missed events after a reconnect, once and in order", async () => {
    const name = env.name("map");
    const log = await watchedMap(name);
    const items = env.rest.syncMaps(name).syncMapItems;
    env.standIn.faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
    expect(env.standIn.hub.drop()).toBe(1);
    await items.create({ key: "a", data: { n: 0 } });
    await items.create({ key: "b", data: { n: 0 } });
    await items("a").update({ data: { n: 1 } });
    env.standIn.faults.clear();
    await until(() => log.length === 3, "what was missed");
    await items("b").remove();
    await until(() => log.length === 4, "what came after");
    expect(log).toEqual(['added a {"n":0}', 'added b {"n":0}', 'updated a {"n":1}', "removed b"]);
  });

  it("[SY68] receives the reason of a refused subscription", async () => {
    await env.setAcl(true);
    const name = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: name });
    expect(await refusal(connect("nobody").map(name))).toEqual({ status: 403, code: 54007 });
  });

  it("[SY68] subscribes to the same map as a current client, each in its own version", async () => {
    const name = env.name("map");
    const log = await watchedMap(name);
    const map = await env.connect("today").map(name);
    const today: string[] = [];
    map.on("itemAdded", ({ item }: { item: { key: string } }) => today.push(item.key));
    await until(() => env.standIn.hub.subscriptions.subscribersOf(map.sid) === 2, "both subscriptions");
    await env.rest.syncMaps(name).syncMapItems.create({ key: "a", data: {} });
    await until(() => today.length + log.length === 2, "both to hear");
    expect([today, log]).toEqual([["a"], ["added a {}"]]);
  });
});
