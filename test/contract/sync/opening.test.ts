import type { SyncClient } from "twilio-sync";
import { environment, type Environment } from "./environment";
import { refusal } from "./port";

jest.setTimeout(120_000);
let env: Environment;
let ada: SyncClient;
let bo: SyncClient;
beforeAll(async () => {
  env = await environment();
  ada = env.connect("ada");
  bo = env.connect("bo");
});
afterAll(() => env.close());

const newMap = (uniqueName = env.name("map")) => env.rest.syncMaps.create({ uniqueName });

describe("how a client opens", () => {
  it("[SY16] open_existing creates nothing: 404/54300", async () => {
    const id = env.name("map");
    expect(await refusal(ada.map({ id, mode: "open_existing" }))).toEqual({ status: 404, code: 54300 });
    expect(await refusal(ada.document({ id, mode: "open_existing" }))).toEqual({ status: 404, code: 54300 });
  });

  it("[SY16] open_or_create creates a missing object and opens an existing one", async () => {
    const id = env.name("map");
    const made = await ada.map(id);
    expect((await bo.map(id)).sid).toBe(made.sid);
    const document = await ada.document({ id, data: { n: 1 } });
    expect((await bo.document({ id, data: { n: 2 } })).data).toEqual({ n: 1 });
    expect(document.uniqueName).toBe(id);
  });

  it("[SY16] create_new is refused for an existing name: 409/54301", async () => {
    const { uniqueName: id } = await newMap();
    expect(await refusal(ada.map({ id, mode: "create_new" }))).toEqual({ status: 409, code: 54301 });
    expect((await ada.map()).uniqueName).toBeNull();
  });

  it("[SY16] two clients that open the same missing map get the same one", async () => {
    const id = env.name("map");
    const [one, two] = await Promise.all([ada.map(id), bo.map(id)]);
    expect(one.sid).toBe(two.sid);
  });

  it("[SY17] of twenty concurrent mutations by two clients none is lost", async () => {
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const maps = await Promise.all([ada.map(id), bo.map(id)]);
    const add = (data: object) => ({ n: ((data as { n?: number }).n ?? 0) + 1 });
    await Promise.all(maps.flatMap((map) => Array.from({ length: 10 }, () => map.mutate("k", add))));
    expect((await env.rest.syncMaps(id).syncMapItems("k").fetch()).data).toEqual({ n: 20 });
  });

  it("[SY17] the same applies to a document", async () => {
    const id = env.name("document");
    await env.rest.documents.create({ uniqueName: id, data: { n: 0 } });
    const documents = await Promise.all([ada.document(id), bo.document(id)]);
    const add = (data: object) => ({ n: (data as { n: number }).n + 1 });
    await Promise.all(documents.flatMap((one) => Array.from({ length: 10 }, () => one.mutate(add))));
    expect((await env.rest.documents(id).fetch()).data).toEqual({ n: 20 });
  });

  it("[SY19] a stream's message reaches its subscribers", async () => {
    const id = env.name("stream");
    const [sender, receiver] = await Promise.all([ada.stream(id), bo.stream(id)]);
    const heard = new Promise((resolve) => {
      receiver.on("messagePublished", ({ message }: { message: { data: unknown } }) => resolve(message.data));
    });
    const inner = receiver as unknown as { syncStreamImpl: { subscriptionState: string } };
    while (inner.syncStreamImpl.subscriptionState !== "established") {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await sender.publishMessage({ text: "żółw" });
    expect(await heard).toEqual({ text: "żółw" });
  });
});
