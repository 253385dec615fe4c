/** Resharding while everything is in use. */
import { planSyncSetup } from "@schedule-manager/flex-config/setup/sync";
import { readLive } from "@schedule-manager/flex-config/live/read-live";
import { LEASE_TTL } from "@schedule-manager/shared/sync/publish-protocol";
import { HEAD, mapName, mapOf, shardOf } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../../stand-in/dev-account";
import { type Instance, startInstance } from "../functions/support/instance";
import { buildInto, type Built } from "../functions/support/runtime";
import { MANY, type ReshardWorld, reshardWorld } from "./support/reshard-world";

jest.setTimeout(300_000);

let built: Built;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());

let world: ReshardWorld;
afterEach(() => world.stop());

const instance = (name: string, { standIn }: ReshardWorld): Instance =>
  startInstance({
    folder: built.folder,
    name,
    twilioUrl: standIn.url,
    env: { FRESHNESS_MS: String(FRESHNESS) },
  });
/** Milliseconds, the smallest value; real time, which the functions use. */
const FRESHNESS = 200;
const grownOld = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FRESHNESS + 10));
const publish = (id: string, changes: readonly object[]) => ({
  Token: "flex-token-ada",
  publish: JSON.stringify({ id, changes }),
});
const added = (id: string) => ({ kind: "rule", id, base: null, value: { name: id, isOpen: true } });
const admin = (w: ReshardWorld, id: string, changes: readonly object[]) =>
  instance("admin/publish", w).call(publish(id, changes));

describe("resharding", () => {
  it.each([12, 3, 1])("[RS2] moves everything from 8 to %i once, including the history", async (shards) => {
    world = await reshardWorld();
    const before = await world.seen();
    expect(Object.keys(before)).toHaveLength(20);
    expect(await world.reshard(shards)).toEqual({ ok: true });
    expect(await world.seen()).toEqual(before);
    await world.whole(shards);
    expect(await planSyncSetup({ client: world.client, serviceSid: SYNC_SERVICE_SID })).toEqual({
      ok: true,
      steps: [],
    });
    const live = await readLive({ client: world.client, serviceSid: SYNC_SERVICE_SID });
    expect(live.ok && live.live.items.length).toBe(20);
    expect(await world.reshard(shards)).toEqual({ ok: true });
    expect((await world.head()).generation).toBe(2);
    expect((await admin(world, "publish-after", [added("late-1")])).status).toBe(200);
    await world.whole(shards);
  });

  it("[RS3] killed at any request, it leaves a complete catalogue and lets others publish, and the next run finishes it", async () => {
    world = await reshardWorld();
    const { requests, switched: at } = await killed(world, Infinity);
    expect(requests).toBeGreaterThan(100);
    const ends = new Set<string>();
    // Every request around the switch, a sample of the similar ones before and after it, and the last.
    const around = Array.from({ length: 8 }, (_, index) => at - 4 + index);
    const others = Array.from({ length: 7 }, (_, index) => Math.floor((requests * index) / 7));
    for (const step of new Set([...others, ...around, requests - 1])) {
      await world.stop();
      world = await reshardWorld();
      const before = await world.seen();
      const asked = instance("check-schedule", world);
      await asked.call({ name: "Schedule 3" });
      await killed(world, step);
      const during = await world.head();
      ends.add(during.publish === null ? `${during.shards}` : `${during.shards} ${during.publish.phase}`);
      expect({ step, seen: await world.seen() }).toEqual({ step, seen: before });
      world.pass(16_000);
      if (step % 2 === 0) {
        // A publish happens before the next run.
        const { status } = await admin(world, "publish-other", [added("other-1")]);
        expect({ step, status }).toEqual({ step, status: 200 });
        before["other-1"] = { name: "other-1", isOpen: true };
      }
      expect({ step, result: await world.reshard(5) }).toEqual({ step, result: { ok: true } });
      expect({ step, seen: await world.seen() }).toEqual({ step, seen: sorted(before) });
      await world.whole(5);
      await grownOld();
      expect((await asked.call({ name: "Schedule 3" })).body).toEqual({ isOpen: true, closedReason: "" });
    }
    expect([...ends].sort()).toEqual(["5", "5 applying", "8", "8 checking"]);
  });

  it("[RS4] console edits are included until the switch", async () => {
    world = await reshardWorld();
    const { client } = world;
    const at = (id: string) =>
      client.sync.v1
        .services(SYNC_SERVICE_SID)
        .syncMaps(mapOf("rule", id, 8))
        .syncMapItems(id);
    const before = await world.seen();
    let copies = 0;
    const result = await world.reshard(5, async (request, options) => {
      const { method, uri } = options;
      if (method === "post" && /\/Maps\/rules-\d+-of-5\/Items$/.test(uri) && copies++ === 3) {
        await at("rule-0").update({ data: { name: "Edited", isOpen: true } });
        await at("rule-1").remove();
      }
      // The switch: nothing is read again before it.
      if (isSwitch(options)) {
        await at("rule-2").update({ data: { name: "At the last moment", isOpen: true } });
        await at("rule-3").remove();
      }
      return request(options);
    });
    expect(result).toEqual({ ok: true });
    const { "rule-1": _one, "rule-3": _three, ...rest } = before;
    expect(await world.seen()).toEqual(
      sorted({
        ...rest,
        "rule-0": { name: "Edited", isOpen: true },
        "rule-2": { name: "At the last moment", isOpen: true },
      }),
    );
  });

  it("[RS5] publishes are excluded while it runs, and it waits for one in flight", async () => {
    world = await reshardWorld();
    const statuses: number[] = [];
    await world.reshard(5, async (request, options) => {
      if (isSwitch(options)) statuses.push((await admin(world, "publish-in", [added("in-1")])).status);
      return request(options);
    });
    expect(statuses).toEqual([409]);

    const head = world.service().documents(HEAD);
    const free = await world.head();
    const mark = { id: "publish-busy", by: { identity: "a" }, since: "", phase: "checking", generation: 9 };
    await head.update({ data: { ...free, publish: mark } });
    let looks = 0;
    const waited = await world.reshard(8, async (request, options) => {
      if (options.method === "get" && options.uri.endsWith("/Documents/head") && looks++ === 3) {
        await head.update({ data: free });
      }
      return request(options);
    });
    expect(waited).toEqual({ ok: true });
    await world.whole(8);

    const dead = { ...mark, phase: "applying", generation: (await world.head()).generation + 1 };
    await head.update({ data: { ...(await world.head()), publish: dead } });
    expect(await world.reshard(5)).toEqual({ ok: false, reason: "publish-interrupted" });
    await head.update({ data: {} });
    expect(await world.reshard(5)).toEqual({ ok: false, reason: "not-set-up" });
  });

  it("[RS6] two concurrent runs lose nothing", async () => {
    world = await reshardWorld();
    const before = await world.seen();
    const results = await Promise.all([world.reshard(5), world.reshard(12), world.reshard(3)]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await world.seen()).toEqual(before);
    world.pass(16_000);
    expect(await world.reshard(4)).toEqual({ ok: true });
    expect(await world.seen()).toEqual(before);
    await world.whole(4);
  });

  it("[RS7] functions with the old number of shards follow it without a wrong answer", async () => {
    world = await reshardWorld();
    const check = instance("check-schedule", world);
    const ask = (name: string) => check.call({ name });
    await ask("Schedule 1");
    const wrong: unknown[] = [];
    let writes = 0;
    await world.reshard(5, async (request, options) => {
      if (options.method !== "get" && (isSwitch(options) || writes++ % 6 === 0)) {
        await grownOld();
        const { body } = await ask("Schedule 1");
        if (body["isOpen"] !== true || body["closedReason"] !== "") wrong.push(body);
      }
      return request(options);
    });
    expect(wrong).toEqual([]);
    const schedule = MANY.schedules[1];
    if (schedule === undefined) throw new Error("no schedule");
    const { id, ...value } = schedule;
    const closed = { ...value, manualClose: true };
    const change = { kind: "schedule", id, base: { revision: "0", value }, value: closed };
    expect((await admin(world, "publish-closed", [change])).status).toBe(200);
    await grownOld();
    expect((await ask("Schedule 1")).body).toEqual({ isOpen: false, closedReason: "manual" });
  });

  it("[RS10] new maps are created again before use, and maps with foreign content are refused", async () => {
    world = await reshardWorld();
    const before = await world.seen();
    const agent = world.standIn.sync.as({ type: "identity", identity: "agent-7" }, SYNC_SERVICE_SID);
    const [empty, held, left] = [
      mapName("schedule", 9, 12),
      mapName("rule", 10, 12),
      mapName("rule", 11, 12),
    ];
    agent.createMap({ uniqueName: empty, ttl: 3600 });
    agent.createMap({ uniqueName: held, ttl: 3600 });
    agent.createItem(held, "rule-0", { data: { name: "Theirs", isOpen: true } });
    // The state of an interrupted run, except for the item's TTL.
    await world.service().syncMaps.create({ uniqueName: left });
    const ours = Object.entries(before).find(([id]) => shardOf(id, 12) === 11 && id.startsWith("rule-"));
    if (ours === undefined) throw new Error("no rule is moved there");
    const [id, data] = ours;
    await world
      .service()
      .syncMaps(left)
      .syncMapItems.create({ key: id, data: data as object, itemTtl: 3600 });

    const maps = async () => (await world.service().syncMaps.list()).map(({ sid }) => sid).sort();
    const there = await maps();
    const taken = { type: "map", name: held, createdBy: "agent-7", items: 1 };
    expect(await world.reshard(12)).toEqual({ ok: false, reason: "name-taken", taken });
    expect([await maps(), await world.seen()]).toEqual([there, before]);
    expect((await world.head()).publish).toBeNull();

    await world.service().syncMaps(held).remove();
    expect(await world.reshard(12)).toEqual({ ok: true });
    await world.whole(12);
    world.pass(3_700_000);
    world.standIn.sync.sweep();
    expect(await world.seen()).toEqual(before);
    for (const name of [empty, held, left]) {
      expect(await world.service().syncMaps(name).fetch()).toMatchObject({
        createdBy: "system",
        dateExpires: null,
      });
      expect(() => agent.createItem(name, "more", { data: {} })).toThrow();
    }
  });

  it("[RS9] Sync's limits are respected", async () => {
    const rules = Array.from({ length: 400 }, (_, index) => ({
      id: `r-${index}`,
      name: `R ${index}`,
      isOpen: true,
    }));
    world = await reshardWorld({ rules, schedules: [] }, true);
    let refused = 0;
    let writing = 0;
    let mostWriting = 0;
    const result = await world.reshard(2, async (request, options) => {
      const isWrite = options.method !== "get";
      writing += isWrite ? 1 : 0;
      mostWriting = Math.max(mostWriting, writing);
      try {
        for (;;) {
          const answer = await request(options);
          if (answer.statusCode !== 429) return answer;
          refused += 1;
          world.pass(1000);
        }
      } finally {
        writing -= isWrite ? 1 : 0;
      }
    });
    expect(result).toEqual({ ok: true });
    await world.whole(2);
    // 400 items at 20 a second, four at once, plus renewals.
    expect(refused).toBeLessThan(200);
    expect(mostWriting).toBeLessThanOrEqual(5);
  });

  it("[RS5] the lease is renewed while it copies, so that nobody takes it over", async () => {
    world = await reshardWorld();
    let passed = 0;
    const signs: number[] = [];
    const result = await world.reshard(5, async (request, options) => {
      if (options.method === "post" && options.uri.endsWith("/Documents/head")) signs.push(passed);
      else if (options.method !== "get") {
        // Sync is slow in this test.
        world.pass(1000);
        passed += 1000;
      }
      return request(options);
    });
    expect(result).toEqual({ ok: true });
    expect(passed).toBeGreaterThan(40_000);
    const gaps = signs.map((sign, index) => sign - (signs[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(LEASE_TTL);
  });
});

const sorted = (items: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(items).toSorted());

const isSwitch = ({ method, uri, data }: { method: string; uri: string; data?: unknown }): boolean =>
  method === "post" && uri.endsWith("/Documents/head") && JSON.stringify(data ?? "").includes("applying");

/** Fails after this many requests, like a killed process: the last one is executed, but its answer is lost. */
async function killed(w: ReshardWorld, after: number): Promise<{ requests: number; switched: number }> {
  let requests = 0;
  let switched = 0;
  const dead = w.reshard(5, async (request, options) => {
    requests += 1;
    if (switched === 0 && isSwitch(options)) switched = requests;
    if (requests > after + 1) throw new Error("killed");
    const answer = await request(options);
    if (requests > after) throw new Error("killed");
    return answer;
  });
  await dead.catch((error: unknown) => {
    if (!(error instanceof Error && error.message === "killed")) throw error;
  });
  return { requests, switched };
}
