import { seed } from "@schedule-manager/flex-config/setup/seed";
import { planSyncSetup, setUpSync } from "@schedule-manager/flex-config/setup/sync";
import { parseConfiguration } from "@schedule-manager/shared/config-format";
import { LOCK, type LockData, mapName, READER, shardOf } from "@schedule-manager/shared/sync-layout";
import twilio, { type Twilio } from "twilio";
import us from "../../../flex-config/examples/us.json";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { type StandIn, startStandIn } from "../../stand-in/server";

const serviceSid = SYNC_SERVICE_SID;
let standIn: StandIn;
let client: Twilio;

beforeEach(async () => {
  standIn = await startStandIn({ port: 0 });
  client = twilio(ACCOUNT_SID, AUTH_TOKEN);
  client.sync.baseUrl = standIn.url;
});
afterEach(() => standIn.stop());

const service = () => client.sync.v1.services(serviceSid);

const configuration = () => {
  const parsed = parseConfiguration(us);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.configuration;
};
const seedExample = () =>
  seed({
    client,
    serviceSid,
    configuration: configuration(),
    at: "2026-01-01T00:00:00Z",
    by: { identity: "set-up" },
    publish: "set-up-example",
  });

describe("Sync set-up", () => {
  it("[SU1] makes everything that is needed, within Sync's limits", async () => {
    const steps = await setUpSync({ client, serviceSid });
    expect(steps[0]).toEqual({ do: "enable-acl" });
    const maps = (await service().syncMaps.list()).map((map) => map.uniqueName).sort();
    expect(maps).toHaveLength(8 * 3 + 2);
    expect(maps).toContain(mapName("schedule", 7));
    const lock = await service().documents(LOCK).fetch();
    expect(lock.data).toEqual({ generation: 0, shards: 8, publish: null, recent: [] });
    expect((await service().fetch()).aclEnabled).toBe(true);
    const rights = await service().syncMaps(mapName("rule", 0)).syncMapPermissions(READER).fetch();
    expect({ read: rights.read, write: rights.write, manage: rights.manage }).toEqual({
      read: true,
      write: false,
      manage: false,
    });
  });

  it("[SU2] has nothing left to do the second time, and mends what was taken away", async () => {
    await setUpSync({ client, serviceSid });
    expect(await planSyncSetup({ client, serviceSid })).toEqual([]);
    await service().syncMaps(mapName("rule", 3)).remove();
    await service()
      .documents(LOCK)
      .documentPermissions(READER)
      .update({ read: false, write: false, manage: false });
    const done = await setUpSync({ client, serviceSid });
    expect(done.map((step) => step.do)).toEqual(["create", "permit", "permit", "permit"]);
    expect(await planSyncSetup({ client, serviceSid })).toEqual([]);
  });

  it("[SU3] keeps the number of shards that the service was set up with", async () => {
    await setUpSync({ client, serviceSid, shards: 2 });
    expect(await planSyncSetup({ client, serviceSid, shards: 5 })).toEqual([]);
  });

  it("[SU4] seeds an empty service, with history, and only once", async () => {
    await setUpSync({ client, serviceSid });
    expect(await seedExample()).toEqual({ ok: true, items: 12 });
    const item = await service()
      .syncMaps(mapName("rule", shardOf("thanksgiving-day", 8)))
      .syncMapItems("thanksgiving-day")
      .fetch();
    expect(item.data).toMatchObject({ name: "Thanksgiving Day", isOpen: false, closedReason: "holiday" });
    const lock = (await service().documents(LOCK).fetch()).data as LockData;
    expect(lock).toMatchObject({
      generation: 1,
      publish: null,
      recent: [{ id: "set-up-example", generation: 1 }],
    });
    expect(await seedExample()).toEqual({ ok: false, reason: "not-empty" });
  });
});
