/** Migrates an account of the previous version to the current names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mapsOf, readMaps } from "@schedule-manager/flex-config/setup/copy-items";
import { ownObjects, removeFormer } from "@schedule-manager/flex-config/setup/former-objects";
import { syncObjects } from "@schedule-manager/flex-config/setup/layout";
import { migrate, type MigrateResult, needsMigration } from "@schedule-manager/flex-config/setup/migrate";
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
import twilio, { type Twilio } from "twilio";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { type StandIn, startStandIn } from "../../stand-in/server";
import { restore, type Snapshot } from "../../stand-in/sync/snapshot";
import { startInstance } from "../functions/support/instance";
import { buildInto, type Built } from "../functions/support/runtime";
import { Between } from "./support/reshard-world";

const DAY_MS = 86_400_000;

jest.setTimeout(300_000);

const serviceSid = SYNC_SERVICE_SID;
/** The configuration that the fixture was published with. */
const SHARDS = 3;
const GENERATION = 5;

type Around = Between["around"];

/** Written by the previous version's stand-in, after publishes of its functions. */
const FORMER = readFileSync(join(__dirname, "support/former-version.json"), "utf8");

class FormerAccount {
  #ahead = 0;
  readonly now = (): number => Date.now() + this.#ahead;
  standIn!: StandIn;
  client!: Twilio;

  async start(): Promise<this> {
    this.standIn = await startStandIn({ port: 0, limits: false, now: this.now });
    restore(this.standIn.sync.store, JSON.parse(FORMER) as Snapshot);
    this.client = this.#through((request, options) => request(options));
    return this;
  }

  async stop(): Promise<void> {
    await this.standIn.stop();
  }

  pass(ms: number): void {
    this.#ahead += ms;
  }

  #through(around: Around): Twilio {
    const client = twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient: new Between(around) });
    client.sync.baseUrl = this.standIn.url;
    return client;
  }

  where(around: Around) {
    return {
      client: this.#through(around),
      serviceSid,
      now: () => new Date(this.now()).toISOString(),
      wait: async (ms: number) => this.pass(ms),
      change: <T>(_what: string, make: () => Promise<T>) => make(),
    };
  }

  migrate(around: Around = (request, options) => request(options)): Promise<MigrateResult> {
    return migrate(this.where(around));
  }

  removeFormer() {
    return removeFormer({ ...this.where((request, options) => request(options)), note: () => undefined });
  }

  get service() {
    return this.client.sync.v1.services(serviceSid);
  }

  async document(name: string): Promise<unknown> {
    return (await this.service.documents(name).fetch()).data as unknown;
  }

  /** Items of maps, by key. */
  async items(names: readonly string[]): Promise<Record<string, unknown>> {
    const lists = await Promise.all(names.map((name) => this.service.syncMaps(name).syncMapItems.list()));
    return Object.fromEntries(
      lists
        .flat()
        .map(({ key, data }) => [key, data] as const)
        .toSorted(),
    );
  }

  former = (family: string) => Array.from({ length: SHARDS }, (_, shard) => `${family}-${shard}`);
  current = (family: "rule" | "schedule") =>
    mapsOf(SHARDS)
      .filter((map) => map.family === family)
      .map(({ name }) => name);

  async seen() {
    return {
      rules: await this.items(this.current("rule")),
      schedules: await this.items(this.current("schedule")),
      history: Object.values(
        await this.items(Array.from({ length: HISTORY_SHARDS }, (_, shard) => historyName(shard))),
      ),
    };
  }

  async formerSeen() {
    return {
      rules: await this.items(this.former("rules")),
      schedules: await this.items(this.former("schedules")),
      history: Object.values(await this.items(this.former("history"))),
    };
  }
}

const inOrder = (values: readonly unknown[]): string[] =>
  values.map((value) => JSON.stringify(value)).toSorted();
const whole = ({ history, ...items }: Awaited<ReturnType<FormerAccount["seen"]>>) => ({
  ...items,
  history: inOrder(history),
});

let built: Built;
let account: FormerAccount;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(async () => {
  account = await new FormerAccount().start();
});
afterEach(() => account.stop());

const isTo = (name: string, options: Parameters<Around>[1]): boolean =>
  options.method === "post" && options.uri.endsWith(`/Documents/${name}`);
const isSwitch = (options: Parameters<Around>[1]): boolean =>
  isTo(HEAD, options) && JSON.stringify(options.data).includes("applying");

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

  it("[MI2] loses nothing when the migration is killed at any request and run again", async () => {
    let requests = 0;
    let switched = 0;
    await account.migrate((request, options) => {
      requests += 1;
      if (switched === 0 && isSwitch(options)) switched = requests;
      return request(options);
    });
    expect(switched).toBeGreaterThan(50);
    const steps = new Set([
      ...Array.from({ length: 8 }, (_, index) => Math.floor((switched * index) / 8)),
      ...Array.from({ length: requests - switched + 3 }, (_, index) => switched - 3 + index),
    ]);
    for (const step of steps) {
      await account.stop();
      account = await new FormerAccount().start();
      const before = whole(await account.formerSeen());
      let count = 0;
      const killed = account.migrate(async (request, options) => {
        count += 1;
        if (count > step) throw new Error("killed");
        const answer = await request(options);
        if (count === step) throw new Error("killed");
        return answer;
      });
      await killed.catch(() => undefined);
      expect({ step, former: whole(await account.formerSeen()) }).toEqual({ step, former: before });
      account.pass(20_000);
      expect({ step, again: await account.migrate() }).toEqual({ step, again: { ok: true, pending: false } });
      expect({ step, seen: whole(await account.seen()) }).toEqual({ step, seen: before });
      expect(await account.document(HEAD)).toMatchObject({ generation: GENERATION + 1, publish: null });
    }
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

  it("[MI5] loses nothing when two migrations run concurrently", async () => {
    const before = whole(await account.formerSeen());
    const results = await Promise.all([account.migrate(), account.migrate()]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    account.pass(20_000);
    expect(await account.migrate()).toEqual({ ok: true, pending: false });
    expect(whole(await account.seen())).toEqual(before);
    expect(await account.document(HEAD)).toMatchObject({ publish: null });
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

  it("[MI7] accepts publishes of this version's functions; former objects are removed a day later, except the lock", async () => {
    await account.migrate();
    const functions = (name: string) =>
      startInstance({ folder: built.folder, name, twilioUrl: account.standIn.url });
    const check = () =>
      functions("check-schedule").call({ name: "Support US", simulate: "2026-12-25T10:00" });
    expect((await check()).body).toEqual({ isOpen: false, closedReason: "holiday" });
    const change = { kind: "rule", id: "late-1", base: null, value: { name: "Late", isOpen: true } };
    const publish = JSON.stringify({ id: "publish-after", changes: [change] });
    const done = await functions("admin/publish").call({ Token: "flex-token-ada", publish });
    expect([done.status, done.body["version"]]).toEqual([200, String(GENERATION + 2)]);

    const wanted = syncObjects({ generation: 0, shards: SHARDS }).map(objectKey);
    expect(await account.removeFormer()).toEqual({ ok: true });
    expect(await ownObjects(account.service)).toHaveLength(wanted.length + 3 * SHARDS + 4 + 1);
    account.pass(DAY_MS);
    expect(await account.removeFormer()).toEqual({ ok: true });
    const left = (await ownObjects(account.service)).map(objectKey);
    expect(left.toSorted()).toEqual([...wanted, "document:lock"].toSorted());
    expect((await check()).body).toEqual({ isOpen: false, closedReason: "holiday" });
    const alive = { service: account.service, keepAlive: () => Promise.resolve() };
    expect(await readMaps(alive, mapsOf(SHARDS))).toHaveLength(7);
  });
});
