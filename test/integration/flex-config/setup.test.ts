import { seed } from "@schedule-manager/flex-config/setup/seed";
import { describeTaken, type SetupStep } from "@schedule-manager/flex-config/setup/plan";
import { planSyncSetup, type SetupResult, setUpSync } from "@schedule-manager/flex-config/setup/sync";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import {
  EDITOR,
  VIEWER,
  HEAD,
  LAYOUT,
  type CatalogueHead,
  historyKey,
  historyMapOf,
  itemRef,
  mapName,
  mapOf,
  PRESENCE,
  type PublishData,
  PUBLISHES,
  READER,
} from "@schedule-manager/shared/sync/layout";
import twilio, { RequestClient, type Twilio } from "twilio";
import us from "../../../flex-config/examples/us.json";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../stand-in/server";

jest.setTimeout(120_000);

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

const NOTHING = { ok: true, steps: [] };
const stepsOf = (result: SetupResult): readonly SetupStep[] => {
  if (!result.ok) throw new Error(describeTaken(result.taken));
  return result.steps;
};
/** A browser with a token for an identity without permissions. */
const agent = () => standIn.sync.as({ type: "identity", identity: "agent-7" }, serviceSid);

const configuration = () => {
  const parsed = parseConfiguration(us);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.configuration;
};
const seedExample = (through = client) =>
  seed({
    client: through,
    serviceSid,
    configuration: configuration(),
    now: () => "2026-01-01T00:00:00Z",
    wait: () => Promise.resolve(),
    by: { identity: "set-up" },
    publish: "set-up-example",
  });

describe("Sync set-up", () => {
  it("[SU1] everything is created, within Sync's limits", async () => {
    const steps = stepsOf(await setUpSync({ client, serviceSid }));
    expect(steps[0]).toEqual({ type: "enable-acl" });
    const maps = (await service().syncMaps.list()).map((map) => map.uniqueName).sort();
    expect(maps).toHaveLength(8 * 3 + 2);
    expect(maps).toContain(mapName("schedule", 7, 8));
    const lock = await service().documents(HEAD).fetch();
    expect(lock.data).toEqual({ generation: 0, shards: 8, publish: null, recent: [] });
    expect((await service().fetch()).aclEnabled).toBe(true);
    const rights = await service()
      .syncMaps(mapName("rule", 0, 8))
      .syncMapPermissions(READER)
      .fetch();
    expect({ read: rights.read, write: rights.write, manage: rights.manage }).toEqual({
      read: true,
      write: false,
      manage: false,
    });
  });

  it("[SU2] a second run changes nothing, and repairs what was removed", async () => {
    await setUpSync({ client, serviceSid });
    expect(await planSyncSetup({ client, serviceSid })).toEqual(NOTHING);
    await service()
      .syncMaps(mapName("rule", 3, 8))
      .remove();
    await service()
      .documents(LAYOUT)
      .documentPermissions(READER)
      .update({ read: false, write: false, manage: false });
    const done = stepsOf(await setUpSync({ client, serviceSid }));
    expect(done.map((step) => step.type)).toEqual(["create", "permit", "permit", "permit", "permit"]);
    expect(await planSyncSetup({ client, serviceSid })).toEqual(NOTHING);
  });

  it("[SU3] the service keeps its number of shards", async () => {
    await setUpSync({ client, serviceSid, shards: 2 });
    expect(await planSyncSetup({ client, serviceSid, shards: 5 })).toEqual(NOTHING);
  });

  it("[SU4] an empty service is seeded, with history, and only once", async () => {
    await setUpSync({ client, serviceSid });
    expect(await seedExample()).toEqual({ ok: true, items: 12 });
    const item = await service()
      .syncMaps(mapOf("rule", "thanksgiving-day", 8))
      .syncMapItems("thanksgiving-day")
      .fetch();
    expect(item.data).toMatchObject({ name: "Thanksgiving Day", isOpen: false, closedReason: "holiday" });
    const lock = (await service().documents(HEAD).fetch()).data as CatalogueHead;
    expect(lock).toMatchObject({
      generation: 1,
      publish: null,
      recent: [{ id: "set-up-example", generation: 1 }],
    });
    expect(await seedExample()).toEqual({ ok: false, reason: "not-empty" });
  });

  it("[SU4] a seed is a publish: each item has its history, and all are in the journal", async () => {
    await setUpSync({ client, serviceSid });
    await seedExample();
    const { rules, schedules } = configuration();
    const items = [
      ...rules.map((item) => ["rule", item] as const),
      ...schedules.map((item) => ["schedule", item] as const),
    ];
    for (const [kind, { id, ...value }] of items) {
      const key = historyKey(itemRef(kind, id), 1, "set-up-example");
      const entry = await service().syncMaps(historyMapOf(id)).syncMapItems(key).fetch();
      expect(entry.data).toMatchObject({ kind, id, value, generation: 1, baseRevision: null });
    }
    const journal = await service().syncMaps(PUBLISHES).syncMapItems.list();
    const named = journal.flatMap(({ data }) => (data as PublishData).items);
    expect(named.toSorted()).toEqual(items.map(([kind, { id }]) => itemRef(kind, id)).toSorted());
  });

  it("[SU4] a seed killed at any request is finished by the next run, and excludes publishers meanwhile", async () => {
    const run = (around: (count: number) => void) => {
      let count = 0;
      const through = twilio(ACCOUNT_SID, AUTH_TOKEN, {
        httpClient: new Before(({ method }) => {
          if (method !== "get") around((count += 1));
        }),
      });
      through.sync.baseUrl = standIn.url;
      return seedExample(through);
    };
    await setUpSync({ client, serviceSid });
    let writes = 0;
    await run((count) => (writes = count));
    expect(writes).toBeGreaterThan(2 * 12);
    for (const step of [2, 3, 10, 15, 20, writes - 3, writes]) {
      await standIn.stop();
      standIn = await startStandIn({ port: 0 });
      client.sync.baseUrl = standIn.url;
      await setUpSync({ client, serviceSid });
      const killed = run((count) => {
        if (count >= step) throw new Error("killed");
      });
      await expect(killed).rejects.toThrow("killed");
      const { publish } = (await service().documents(HEAD).fetch()).data as CatalogueHead;
      expect({ step, id: publish?.id }).toEqual({ step, id: "set-up-example" });
      expect(await seedExample()).toEqual({ ok: true, items: 12 });
      const head = (await service().documents(HEAD).fetch()).data as CatalogueHead;
      expect({ step, head }).toMatchObject({ step, head: { generation: 1, publish: null } });
    }
  });

  it("[SU5] unwanted permissions are revoked, and objects and items are kept from expiring, whatever created them", async () => {
    await setUpSync({ client, serviceSid });
    const map = mapName("schedule", 2, 8);
    const all = { read: true, write: true, manage: true };
    await service().syncMaps(map).syncMapPermissions("agent-7").update(all);
    await service().syncMaps(map).syncMapPermissions(READER).update(all);
    await service().documents(HEAD).documentPermissions("agent-7").update(all);
    await service().syncMaps(map).update({ collectionTtl: 3600 });
    await service().documents(HEAD).update({ ttl: 3600 });
    await service().syncMaps(map).syncMapItems.create({ key: "kept", data: {}, itemTtl: 3600 });
    await service().syncMaps(PRESENCE).syncMapItems.create({ key: "r:kept", data: {}, itemTtl: 3600 });
    await service()
      .syncMaps(mapName("rule", 5, 8))
      .remove();
    agent().createMap({ uniqueName: mapName("rule", 5, 8), ttl: 3600 });
    agent().createItem(mapName("rule", 5, 8), "theirs", { data: {} });

    const done = stepsOf(await setUpSync({ client, serviceSid }));
    expect(done.map(({ type: what }) => what).sort()).toEqual([
      ...["keep", "keep", "keep", "keep", "permit", "permit", "permit", "permit"],
      ...["revoke", "revoke", "revoke"],
    ]);
    const rights = (await service().syncMaps(map).syncMapPermissions.list()).map(
      ({ identity, read, write, manage }) => [identity, read, write, manage],
    );
    expect(rights.sort()).toEqual([
      [EDITOR, true, false, false],
      [READER, true, false, false],
      [VIEWER, true, false, false],
    ]);
    for (const name of [map, mapName("rule", 5, 8)]) {
      const { dateExpires } = await service().syncMaps(name).fetch();
      expect([name, dateExpires]).toEqual([name, null]);
    }
    expect((await service().documents(HEAD).fetch()).dateExpires).toBeNull();
    expect((await service().syncMaps(map).syncMapItems("kept").fetch()).dateExpires).toBeNull();
    const sign = await service().syncMaps(PRESENCE).syncMapItems("r:kept").fetch();
    expect(sign.dateExpires).not.toBeNull();
    // A map in use keeps its items.
    expect(
      (
        await service()
          .syncMaps(mapName("rule", 5, 8))
          .syncMapItems("theirs")
          .fetch()
      ).data,
    ).toEqual({});
    expect(() => agent().createItem(mapName("rule", 5, 8), "more", { data: {} })).toThrow();
    expect(await planSyncSetup({ client, serviceSid })).toEqual(NOTHING);
  });

  it("[SU6] a map created by a browser before the first set-up is created again, and one with items is refused", async () => {
    agent().createMap({ uniqueName: mapName("schedule", 0, 8), ttl: 3600 });
    agent().createMap({ uniqueName: PUBLISHES });
    agent().createItem(PUBLISHES, "theirs", { data: {} });
    const taken = { type: "map", name: PUBLISHES, createdBy: "agent-7", items: 1 };
    expect(await setUpSync({ client, serviceSid })).toEqual({ ok: false, taken });
    // Nothing was changed.
    expect((await service().syncMaps.list()).map(({ createdBy }) => createdBy)).toEqual([
      "agent-7",
      "agent-7",
    ]);

    await service().syncMaps(PUBLISHES).remove();
    stepsOf(await setUpSync({ client, serviceSid }));
    const { createdBy, dateExpires } = await service()
      .syncMaps(mapName("schedule", 0, 8))
      .fetch();
    expect([createdBy, dateExpires]).toEqual(["system", null]);
    expect(() => agent().createItem(mapName("schedule", 0, 8), "more", { data: {} })).toThrow();
    expect(await planSyncSetup({ client, serviceSid })).toEqual(NOTHING);
  });

  it("[SU6] a document created by a browser before the first set-up is refused, and so are items without a head", async () => {
    agent().createDocument({
      uniqueName: HEAD,
      data: { generation: 0, shards: 64, publish: null, recent: [] },
    });
    expect(await setUpSync({ client, serviceSid, shards: 2 })).toMatchObject({
      ok: false,
      taken: { type: "document", name: HEAD, createdBy: "agent-7" },
    });
    await service().documents(HEAD).remove();
    stepsOf(await setUpSync({ client, serviceSid }));
    await seedExample();
    await service().documents(HEAD).remove();
    const again = await setUpSync({ client, serviceSid });
    expect(again).toMatchObject({ ok: false, taken: { type: "map", createdBy: "system" } });
    expect(again.ok ? "" : describeTaken(again.taken)).toContain("Restore the document head");
  });

  it("[SU6] a map created by a browser between the plan and its step is created again", async () => {
    let made = 0;
    const overtaken = twilio(ACCOUNT_SID, AUTH_TOKEN, {
      httpClient: new Before(({ method, uri, data }) => {
        const name = mapName("schedule", 3, 8);
        if (method !== "post" || !uri.endsWith("/Maps") || !JSON.stringify(data).includes(`"${name}"`))
          return;
        made += 1;
        if (made === 1) agent().createMap({ uniqueName: name, ttl: 3600 });
      }),
    });
    overtaken.sync.baseUrl = standIn.url;
    stepsOf(await setUpSync({ client: overtaken, serviceSid }));
    expect(made).toBe(2);
    const { createdBy, dateExpires } = await service()
      .syncMaps(mapName("schedule", 3, 8))
      .fetch();
    expect([createdBy, dateExpires]).toEqual(["system", null]);
    expect(await planSyncSetup({ client, serviceSid })).toEqual(NOTHING);
  });
});

/** The `twilio` library with a callback before each request. */
class Before extends RequestClient {
  constructor(readonly happens: (options: Parameters<RequestClient["request"]>[0]) => void) {
    super();
  }
  override request: RequestClient["request"] = (options) => {
    this.happens(options);
    return RequestClient.prototype.request.call(this, options as never) as never;
  };
}
