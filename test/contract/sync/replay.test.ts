import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { startStandIn } from "../../stand-in/server";
import { BACKEND } from "../../stand-in/sync/types";
import { clientPort } from "./client-port";
import { directPort } from "./direct-port";
import { standInEnvironment, type StandInEnvironment } from "./environment";
import { refusal, until } from "./port";

jest.setTimeout(120_000);
let env: StandInEnvironment;
afterEach(() => env.close());

/** Disconnects a client and keeps it offline until released. */
function cutOff(identity: string): () => void {
  env.standIn.faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
  expect(env.standIn.hub.drop((connection) => connection.identity === identity)).toBe(1);
  return () => env.standIn.faults.clear();
}

describe("after a reconnect", () => {
  it("[SY30] missed events arrive in order, complete and once", async () => {
    env = await standInEnvironment();
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const items = env.rest.syncMaps(id).syncMapItems;
    await items.create({ key: "a", data: { n: 0 } });
    const watch = await clientPort(env.connect("watcher")).watchMap(id);
    await items.create({ key: "b", data: { n: 0 } });
    await until(() => watch.log.length === 1, "the first event");

    const comeBack = cutOff("watcher");
    await env.rest
      .syncMaps(id)
      .syncMapItems("a")
      .update({ data: { n: 1 } });
    await items.create({ key: "c", data: { n: 0 } });
    await env.rest.syncMaps(id).syncMapItems("b").remove();
    await env.rest
      .syncMaps(id)
      .syncMapItems("a")
      .update({ data: { n: 2 } });
    comeBack();
    const missed = ["updated a", "added c", "removed b", "updated a"];
    await until(() => watch.log.length > missed.length, "what was missed");
    await env.rest
      .syncMaps(id)
      .syncMapItems("c")
      .update({ data: { n: 1 } });
    await until(() => watch.log.length > missed.length + 1, "what came after");
    expect(watch.log).toEqual(["added b", ...missed, "updated c"]);
  });

  it("[SY30] a changed document and a removed map are reported", async () => {
    env = await standInEnvironment();
    const [document, map] = [env.name("document"), env.name("map")];
    await env.rest.documents.create({ uniqueName: document, data: { n: 0 } });
    await env.rest.syncMaps.create({ uniqueName: map });
    const port = clientPort(env.connect("watcher"));
    const [documents, maps] = [await port.watchDocument(document), await port.watchMap(map)];
    const comeBack = cutOff("watcher");
    await env.rest.documents(document).update({ data: { n: 1 } });
    await env.rest.syncMaps(map).remove();
    comeBack();
    await until(() => documents.log.length > 0 && maps.log.length > 0, "what was missed");
    expect([documents.log, maps.log]).toEqual([['document {"n":1}'], ["gone"]]);
  });

  it("[SY31] a restart with a data file keeps revisions and event ids, and loses no event", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
    const data = join(folder, "sync.json");
    env = await standInEnvironment({ data });
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const { revision } = await env.rest.syncMaps(id).syncMapItems.create({ key: "a", data: { n: 0 } });
    const watch = await clientPort(env.connect("watcher")).watchMap(id);

    const comeBack = cutOff("watcher");
    await env.rest.syncMaps(id).syncMapItems.create({ key: "b", data: { n: 0 } });
    comeBack();
    await env.standIn.stop();
    const again = await startStandIn({
      port: env.standIn.port,
      data,
      limits: false,
      estimatedDeliveryMs: 200,
    });
    try {
      expect(again.restored).toBe(true);
      await directPort(again.sync.as(BACKEND, SYNC_SERVICE_SID)).updateItem(id, "a", { n: 1 }, revision);
      await until(() => watch.log.length >= 2, "what was missed");
      expect(watch.log).toEqual(["added b", "updated a"]);
    } finally {
      await again.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it("[SY32] a write whose reply was lost is applied once, and its writer receives no event", async () => {
    env = await standInEnvironment();
    const id = env.name("map");
    await env.rest.syncMaps.create({ uniqueName: id });
    const map = await env.connect("writer").map(id);
    const watch = await clientPort(env.connect("watcher")).watchMap(id);
    env.standIn.faults.add({
      match: { transport: "twilsock", method: "PUT" },
      action: { do: "drop" },
      times: 1,
    });
    expect(await refusal(map.set("k", { n: 1 }))).toEqual({ status: 0, code: 0 });
    await until(() => watch.log.length > 0, "the event");
    expect((await env.rest.syncMaps(id).syncMapItems("k").fetch()).data).toEqual({ n: 1 });
    expect(watch.log).toEqual(["added k"]);
  });
});
