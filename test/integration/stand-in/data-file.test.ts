/** A stand-in with a data file: the file must contain every acknowledged write at once. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RawClient } from "../../contract/sync/raw-client";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { twilioClient } from "../../stand-in/first-data";
import { type StandIn, startStandIn } from "../../stand-in/server";
import { mintSyncToken } from "../../stand-in/tokens/sync-tokens";

jest.setTimeout(60_000);
let folder: string;
let data: string;
let standIn: StandIn;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "stand-in-"));
  data = join(folder, "sync.json");
  standIn = await startStandIn({ port: 0, limits: false, data });
});
afterEach(async () => {
  await standIn.stop();
  rmSync(folder, { recursive: true });
});

const onDisk = (): string => readFileSync(data, "utf8");

describe("an acknowledged write", () => {
  it("[SY71] by REST is in the file", async () => {
    const service = twilioClient(standIn.url).sync.v1.services(SYNC_SERVICE_SID);
    await service.syncMaps.create({ uniqueName: "kept" });
    expect(onDisk()).toContain('"uniqueName":"kept"');
    const keys = Array.from({ length: 30 }, (_, index) => `item-${index}`);
    await Promise.all(
      keys.map(async (key) => {
        await service.syncMaps("kept").syncMapItems.create({ key, data: { key } });
        expect(onDisk()).toContain(`"${key}"`);
      }),
    );
    await service.syncMaps("kept").syncMapItems("item-7").remove();
    const { objects } = JSON.parse(onDisk()) as { objects: { items?: { key: string }[] }[] };
    expect(objects.flatMap(({ items = [] }) => items.map(({ key }) => key)).sort()).toEqual(
      keys.filter((key) => key !== "item-7").sort(),
    );
  });

  it("[SY71] by a client's socket is in the file, and so is an event", async () => {
    const client = await RawClient.open(standIn.twilsockUrl);
    await client.init(mintSyncToken({ identity: "ada", now: Date.now() }));
    const made = await client.request("POST", "/v3/Documents", { unique_name: "note", data: { n: 1 } });
    expect([made.status, onDisk()]).toEqual([201, expect.stringContaining('"uniqueName":"note"')]);

    const sid = (made.body as { sid: string }).sid;
    await client.request("POST", "/v4/Subscriptions", {
      event_protocol_version: 4,
      action: "establish",
      correlation_id: 1,
      requests: [{ object_sid: sid, object_type: "document" }],
    });
    const seen = new Promise<string>((resolve) => {
      client.socket.on("message", (frame: Buffer) => {
        if (frame.includes("told-by-event")) resolve(onDisk());
      });
    });
    const service = twilioClient(standIn.url).sync.v1.services(SYNC_SERVICE_SID);
    const written = service.documents("note").update({ data: { text: "told-by-event" } });
    expect(await seen).toContain("told-by-event");
    await written;
    client.close();
  });
});
