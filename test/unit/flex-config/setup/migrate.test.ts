/** Migrates an account of the previous version to the current names. */
import { ownObjects } from "@schedule-manager/flex-config/setup/former-objects";
import { syncObjects } from "@schedule-manager/flex-config/setup/layout";
import { migrate, needsMigration } from "@schedule-manager/flex-config/setup/migrate";
import { objectKey } from "@schedule-manager/flex-config/setup/plan";
import { planSyncSetup } from "@schedule-manager/flex-config/setup/sync";
import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import {
  type CatalogueHead,
  CHANGE_FEEDS,
  changesName,
  HEAD,
  HISTORY_SHARDS,
  historyName,
  LAYOUT,
  PUBLISHES,
  shardOf,
} from "@schedule-manager/shared/sync/layout";
import {
  FormerAccount,
  GENERATION,
  isSwitch,
  isTo,
  SHARDS,
  whole,
} from "../../../integration/flex-config/support/former-account";
import { SYNC_SERVICE_SID as serviceSid } from "../../../stand-in/dev-account";

const DAY_MS = 86_400_000;

jest.setTimeout(60_000);

let account: FormerAccount;
beforeEach(async () => {
  account = await new FormerAccount().start();
});
afterEach(() => account.stop());

describe("an account of the previous version", () => {
  it("[MI1] has everything under the new names after the migration, and a second run changes nothing", async () => {
    const before = whole(await account.formerSeen());
    const journal = await account.items([PUBLISHES]);
    expect(Object.keys({ ...before.rules, ...before.schedules })).toHaveLength(5);
    expect(before.history).toHaveLength(9);
    const lock = parseHead(await account.document("lock"));
    expect(lock).toMatchObject({ generation: GENERATION, shards: SHARDS, publish: null });

    expect(await needsMigration({ client: account.client, serviceSid })).toBe(true);
    expect(await account.migrate()).toEqual({ ok: true, pending: false });
    expect(await needsMigration({ client: account.client, serviceSid })).toBe(false);
    expect(whole(await account.seen())).toEqual(before);
    expect(await account.items([PUBLISHES])).toEqual(journal);
    expect(await account.document(HEAD)).toMatchObject({
      generation: GENERATION + 1,
      shards: SHARDS,
      publish: null,
      recent: [{ generation: GENERATION + 1 }, ...(lock?.recent ?? [])],
    });
    expect(await account.document(LAYOUT)).toEqual({ generation: GENERATION + 1, shards: SHARDS });
    for (let index = 0; index < CHANGE_FEEDS; index += 1) {
      expect(await account.document(changesName(index))).toEqual({ generation: GENERATION + 1, recent: [] });
    }
    expect(await planSyncSetup({ client: account.client, serviceSid })).toEqual({ ok: true, steps: [] });

    let writes = 0;
    const again = await account.migrate((request, options) => {
      if (options.method !== "get") writes += 1;
      return request(options);
    });
    expect([again, writes]).toEqual([{ ok: true, pending: false }, 0]);
  });

  it("[MI1] is unchanged by a dry run, which prints the plan", async () => {
    const told: string[] = [];
    const change = (what: string): Promise<null> => {
      told.push(what);
      return Promise.resolve(null);
    };
    const lock = await account.document("lock");
    expect(await migrate({ ...account.where((request, options) => request(options)), change })).toEqual({
      ok: true,
      pending: true,
    });
    expect(told).toHaveLength(1);
    expect(await account.document("lock")).toEqual(lock);
  });

  it("[MI1] keeps separate histories of a rule and a schedule with one id", async () => {
    // The fixture has the rule's entry; the former key contains no kind.
    const former = account.service.syncMaps(`history-${shardOf("same-000001", SHARDS)}`).syncMapItems;
    const [entry] = (await former.list()).filter(({ key }) => key.startsWith("same-000001:"));
    const { kind } = (entry?.data ?? {}) as { kind?: string };
    expect(kind).toBe("rule");
    const later = { ...(entry?.data as object), kind: "schedule", generation: 2, publish: "publish-later" };
    await former.create({ key: "same-000001:0000000002:publish-later", data: later });
    await account.migrate();
    const map = historyName(shardOf("same-000001", HISTORY_SHARDS));
    const keys = Object.keys(await account.items([map])).filter((key) => key.includes("same-000001"));
    expect(keys).toEqual([
      "r:same-000001:0000000001:first-configuration",
      "s:same-000001:0000000002:publish-later",
    ]);
  });

  it("[MI3] stays readable for functions of the previous version, which can no longer publish", async () => {
    const lock = account.service.documents("lock");
    const read = async () => parseHead(await account.document("lock")) as CatalogueHead;
    const former = await read();
    const { revision } = await lock.fetch();
    const mark = { id: "publish-late", by: { identity: "a" }, since: "2026-02-02T10:00:00.000Z" };
    const taken = { ...former, publish: { ...mark, phase: "checking", generation: GENERATION + 1 } };
    const write = (data: object, ifMatch: string): Promise<string> =>
      lock.update({ data, ifMatch }).then(
        () => "written",
        ({ status }: { status: number }) => String(status),
      );
    let tried: Promise<readonly string[]> | null = null;
    await account.migrate(async (request, options) => {
      // At the first of the new maps, after the lock is blocked.
      if (options.method === "post" && JSON.stringify(options.data ?? "").includes("-of-3")) {
        tried ??= (async () => {
          // One publisher read the lock before it was blocked, one reads it now.
          const late = await write(taken, revision);
          return [
            late,
            await write({ ...(await read()), publish: taken.publish }, (await lock.fetch()).revision),
          ];
        })();
        await tried;
      }
      return request(options);
    });
    expect(await (tried as Promise<readonly string[]> | null)).toEqual(["412", "413"]);
    const held = await read();
    expect(held).toMatchObject({ generation: GENERATION, shards: SHARDS, publish: null });
    expect(held.recent.slice(0, former.recent.length)).toEqual(former.recent);
    expect(Object.keys(await account.items(account.former("schedules")))).toHaveLength(2);
    const again = { ...held, publish: taken.publish };
    await expect(lock.update({ data: again, ifMatch: (await lock.fetch()).revision })).rejects.toThrow();
  });

  it("[MI4] the migration waits for a publish in flight, and leaves a dead one to the functions", async () => {
    const lock = account.service.documents("lock");
    const free = (await lock.fetch()).data as object;
    const publish = {
      id: "publish-busy",
      by: { identity: "a" },
      since: "",
      phase: "applying",
      generation: 6,
    };
    await lock.update({ data: { ...free, publish } });
    expect(await account.migrate()).toEqual({ ok: false, reason: "publish-interrupted" });
    expect(await account.document("lock")).toEqual({ ...free, publish });
    let looks = 0;
    const waited = await account.migrate(async (request, options) => {
      if (options.method === "get" && options.uri.endsWith("/Documents/lock") && looks++ === 3) {
        await lock.update({ data: free });
      }
      return request(options);
    });
    expect(waited).toEqual({ ok: true, pending: false });
  });

  it("[MI4] console edits during the migration are included until the switch", async () => {
    const at = (id: string) => account.service.syncMaps(`rules-${shardOf(id, SHARDS)}`).syncMapItems(id);
    const edited = { name: "Edited", isOpen: true };
    const last = { name: "At the last moment", isOpen: false };
    let copies = 0;
    await account.migrate(async (request, options) => {
      if (options.method === "post" && /\/Maps\/rules-\d-of-3\/Items$/.test(options.uri) && copies++ === 1) {
        await at("night-0a1b2c").update({ data: edited });
      }
      if (isSwitch(options)) {
        await at("christmas-day-1x8v3p").update({ data: last });
        await at("same-000001").remove();
      }
      return request(options);
    });
    const { rules } = await account.seen();
    expect(rules).toMatchObject({ "night-0a1b2c": edited, "christmas-day-1x8v3p": last });
    expect(rules).not.toHaveProperty("same-000001");
  });

  it("[MI6] is unchanged when Sync would let its functions publish, and when a foreign head exists", async () => {
    const lock = await account.document("lock");
    const refused = await account.migrate((request, options) => {
      const isProbe = isTo("lock", options) && JSON.stringify(options.data).includes("probe-it");
      // Sync without a size limit accepts the write.
      return request(isProbe ? { ...options, data: { Data: JSON.stringify({ taken: true }) } } : options);
    });
    expect(refused).toEqual({ ok: false, reason: "lock-not-held" });
    expect(await account.document("lock")).toEqual(lock);

    const agent = account.standIn.sync.as({ type: "identity", identity: "agent-7" }, serviceSid);
    agent.createDocument({ uniqueName: HEAD, data: { generation: 9, shards: 1, publish: null, recent: [] } });
    expect(await account.migrate()).toMatchObject({ ok: false, reason: "name-taken", taken: { name: HEAD } });
    expect(await account.document("lock")).toEqual(lock);
  });

  it("[MI2] killed just after the switch, is finished by the next run", async () => {
    const before = whole(await account.formerSeen());
    let switched = false;
    const killed = account.migrate(async (request, options) => {
      if (switched) throw new Error("killed");
      switched = isSwitch(options);
      return request(options);
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await account.document(HEAD)).toMatchObject({
      shards: SHARDS,
      publish: { id: expect.stringMatching(/^migrate-/) as string, phase: "applying" },
    });
    expect(await needsMigration({ client: account.client, serviceSid })).toBe(false);
    account.pass(20_000);
    expect(await account.migrate()).toEqual({ ok: true, pending: false });
    expect(whole(await account.seen())).toEqual(before);
    expect(await account.document(HEAD)).toMatchObject({ generation: GENERATION + 1, publish: null });
  });

  it("[MI7] keeps the former objects for a day after the migration, and the lock for good", async () => {
    await account.migrate();
    const wanted = syncObjects({ generation: 0, shards: SHARDS }).map(objectKey);
    expect(await account.removeFormer()).toEqual({ ok: true });
    expect(await ownObjects(account.service)).toHaveLength(wanted.length + 3 * SHARDS + 4 + 1);
    account.pass(DAY_MS);
    expect(await account.removeFormer()).toEqual({ ok: true });
    const left = (await ownObjects(account.service)).map(objectKey);
    expect(left.toSorted()).toEqual([...wanted, "document:lock"].toSorted());
  });

  it("[MI7] finishes a removal of former objects that was killed, with its lease", async () => {
    await account.migrate();
    account.pass(DAY_MS);
    let removed = 0;
    const killed = account.removeFormer(async (request, options) => {
      if (options.method === "delete" && (removed += 1) > 2) throw new Error("killed");
      return request(options);
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await account.document(HEAD)).toMatchObject({ publish: { phase: "checking" } });
    account.pass(20_000);
    expect(await account.removeFormer()).toEqual({ ok: true });
    expect(await account.document(HEAD)).toMatchObject({ publish: null });
    expect((await ownObjects(account.service)).map(objectKey)).not.toContain("map:rules-0");
  });
});
