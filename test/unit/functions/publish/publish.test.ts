import type { StoredItem } from "@schedule-manager/shared/model/model";
import { costOf, WINDOW_BUDGET } from "@schedule-manager/shared/api/write-limits";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { PublishOptions } from "@schedule-manager/functions/publish/publish";
import {
  CHANGE_FEEDS,
  historyKey,
  historyMapOf,
  mapOf,
  PUBLISHES,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import { dying, PublishWorld, SHARDS, rule, schedule } from "../support/publish-world";

/** Characters of a change feed. */
const MAX_FEED_SIZE = 4096;

let world: PublishWorld;
beforeEach(() => {
  world = new PublishWorld();
  world.put("rule", "day-1", rule());
  world.put("schedule", "support-1", schedule({ rules: ["day-1"] }));
  world.put("schedule", "sales-1", schedule({ name: "Sales", queues: ["Sales", "VIP"], aliases: ["Shop"] }));
});

const closed = schedule({ rules: ["day-1"], manualClose: true });

describe("publish", () => {
  it("[PB1] every change is written with its history and journal, all change feeds are updated, and the generation increases by one", async () => {
    const changes = [
      await world.change("schedule", "support-1", schedule({ rules: ["day-1", "night-1"] })),
      await world.change("rule", "night-1", rule({ name: "Night" })),
      await world.change("schedule", "sales-1", null),
    ];
    const result = await world.publish({ id: "publish-a", changes });

    expect(result).toMatchObject({ id: "publish-a", version: "1", skipped: [] });
    expect(new Set(result.items)).toEqual(
      new Set([
        { kind: "rule", id: "night-1", revision: "0", value: rule({ name: "Night" }) },
        {
          kind: "schedule",
          id: "support-1",
          revision: "1",
          value: schedule({ rules: ["day-1", "night-1"] }),
        },
        { kind: "schedule", id: "sales-1", revision: null, value: null },
      ]),
    );
    expect(await world.value("schedule", "sales-1")).toBeNull();
    expect(await world.value("rule", "night-1")).toEqual(rule({ name: "Night" }));
    const refs = ["s:support-1", "r:night-1", "s:sales-1"];
    expect(await world.head()).toMatchObject({
      generation: 1,
      publish: null,
      recent: [{ id: "publish-a", generation: 1 }],
    });
    for (let index = 0; index < CHANGE_FEEDS; index += 1) {
      expect(await world.feed(index)).toEqual({ generation: 1, recent: [{ generation: 1, items: refs }] });
    }
    expect(await world.layout()).toEqual({ generation: 1, shards: SHARDS });
    expect(world.journal()).toMatchObject([
      { publish: "publish-a", generation: 1, items: refs, part: 0, parts: 1 },
    ]);
    expect(world.history()).toHaveLength(3);
    const by = { identity: "ada_40example_2Ecom", name: "ada@example.com" };
    const writers = [...world.history(), ...world.journal(), ...(await world.head()).recent] as {
      by: unknown;
    }[];
    expect(writers.map((entry) => entry.by)).toEqual(Array(5).fill(by));
    expect(world.history()).toContainEqual(
      expect.objectContaining({
        kind: "schedule",
        id: "sales-1",
        baseRevision: "0",
        value: null,
        by,
      }),
    );
  });

  it("[PB32] a note is in the journal and in the history, and nowhere else", async () => {
    const change = await world.change("schedule", "support-1", closed);
    await world.publish({ id: "publish-a", changes: [change], note: "Strike" });
    expect(world.journal()).toMatchObject([{ publish: "publish-a", note: "Strike" }]);
    expect(world.history()).toMatchObject([{ id: "support-1", note: "Strike" }]);
    expect(JSON.stringify([await world.value("schedule", "support-1"), await world.head()])).not.toContain(
      "Strike",
    );
  });

  it("[PB2] an outdated base is a conflict: 409 with the current items, and nothing is written", async () => {
    const change = await world.change("schedule", "support-1", closed);
    const other = await world.change("schedule", "sales-1", schedule({ name: "Sales 2" }));
    world.put("schedule", "support-1", schedule({ name: "Help", rules: [] }));
    const failure = await world.refusal({ id: "publish-a", changes: [change, other] });
    expect(failure).toMatchObject({ code: "publish-conflict", status: 409 });
    expect(failure.more).toEqual({
      version: "0",
      items: [
        { kind: "schedule", id: "support-1", revision: "1", value: schedule({ name: "Help", rules: [] }) },
      ],
    });
    expect(await world.value("schedule", "sales-1")).toMatchObject({ name: "Sales" });
    expect(await world.head()).toMatchObject({ generation: 0, publish: null });
    expect([...world.history(), ...world.journal()]).toEqual([]);
  });

  it.each<[string, (world: PublishWorld) => Promise<PublishChange>]>([
    [
      "an item that is gone",
      async (w) => {
        const change = await w.change("schedule", "support-1", closed);
        w.drop("schedule", "support-1");
        return change;
      },
    ],
    [
      "a new item whose key is taken",
      async () => ({ kind: "schedule", id: "support-1", base: null, value: closed }),
    ],
    [
      "an item spoilt in the console",
      async (w) => {
        const change = await w.change("schedule", "support-1", closed);
        w.put("schedule", "support-1", { name: 5 });
        return change;
      },
    ],
  ])("[PB2] %s is a conflict", async (_, prepare) => {
    const change = await prepare(world);
    expect(await world.refusal({ id: "publish-a", changes: [change] })).toMatchObject({
      code: "publish-conflict",
    });
  });

  it("[PB3] a new revision with the same value is no conflict", async () => {
    const change = await world.change("schedule", "support-1", closed);
    world.put("schedule", "support-1", schedule({ rules: ["day-1"] }));
    expect(await world.publish({ id: "publish-a", changes: [change] })).toMatchObject({ version: "1" });
    expect(await world.value("schedule", "support-1")).toEqual(closed);
  });

  it("[PB3] a change that is already in effect causes no write and no generation", async () => {
    const change = await world.change("schedule", "support-1", closed);
    world.put("schedule", "support-1", closed);
    const gone = await world.change("rule", "day-1", null);
    const result = await world.publish({ id: "publish-a", changes: [change] });
    expect(result).toEqual({
      id: "publish-a",
      version: "0",
      items: [{ kind: "schedule", id: "support-1", revision: "1", value: closed }],
      skipped: [],
    });
    expect(await world.head()).toMatchObject({ generation: 0, publish: null, recent: [] });
    world.drop("rule", "day-1");
    expect(await world.publish({ id: "publish-b", changes: [gone] })).toMatchObject({ version: "0" });
  });

  it.each<[string, string, "rule" | "schedule", string, StoredItem | null]>([
    ["a rule in use is not deleted", "rule-in-use", "rule", "day-1", null],
    [
      "a schedule does not come to use a missing rule",
      "rule-missing",
      "schedule",
      "support-1",
      schedule({ rules: ["none"] }),
    ],
    ["a name is not taken twice", "name-taken", "schedule", "new-1", schedule({ name: "Support" })],
    [
      "a name is not taken twice in another Unicode form",
      "name-taken",
      "schedule",
      "new-1",
      schedule({ name: "Su\u0308d" }),
    ],
    ["a name is no alias of another", "name-taken", "schedule", "new-1", schedule({ name: "Shop" })],
    [
      "an alias is no name of another",
      "alias-taken",
      "schedule",
      "support-1",
      schedule({ aliases: ["Sales"] }),
    ],
    ["a queue is not taken twice", "queue-taken", "schedule", "support-1", schedule({ queues: ["VIP"] })],
    [
      "an item fits into Sync",
      "item-too-large",
      "rule",
      "day-2",
      rule({ dates: Array<string>(1500).fill("2026-03-02") }),
    ],
    [
      "a zone exists",
      "item-invalid",
      "schedule",
      "new-1",
      schedule({ name: "N", timeZone: "Europe/Nowhere" }),
    ],
    ["a rule makes sense", "item-invalid", "rule", "day-2", rule({ dateRRule: "FREQ=DAILY;INTERVAL=-1" })],
    ["a rule has a name", "item-invalid", "rule", "day-2", rule({ name: " " })],
  ])("[PB4] %s", async (_, code, kind, id, value) => {
    world.put("schedule", "south-1", schedule({ name: "S\u00fcd" }));
    const sales = (await world.value("schedule", "sales-1")) as StoredItem;
    const ok = await world.change("schedule", "sales-1", { ...sales, manualClose: true });
    const failure = await world.refusal({
      id: "publish-a",
      changes: [ok, await world.change(kind, id, value)],
    });
    expect(failure).toMatchObject({ code, status: 400 });
    expect(failure.more.problems).toMatchObject([{ kind, id, code, message: failure.message }]);
    expect(await world.value("schedule", "sales-1")).toMatchObject({ manualClose: false });
    expect(await world.head()).toMatchObject({ generation: 0, publish: null });
    expect([...world.history(), ...world.journal()]).toEqual([]);
  });

  it("[PB4] an id, name or queue may move between items within one publish", async () => {
    const changes = [
      await world.change("schedule", "sales-1", schedule({ name: "Trade", queues: ["Sales"] })),
      await world.change("schedule", "support-1", schedule({ name: "Sales", queues: ["VIP"], rules: [] })),
      await world.change("rule", "day-1", null),
    ];
    expect(await world.publish({ id: "publish-a", changes })).toMatchObject({ version: "1" });
  });

  it("[PB5] existing problems do not prevent closing a schedule", async () => {
    const broken = schedule({
      name: "Sales",
      timeZone: "Mars/Base",
      rules: ["gone"],
      queues: ["VIP"],
      aliases: ["Shop"],
    });
    world.put("schedule", "broken-1", broken);
    const change = await world.change("schedule", "broken-1", { ...broken, manualClose: true });
    expect(await world.publish({ id: "publish-a", changes: [change] })).toMatchObject({ version: "1" });
  });

  it.each<[string, "rule" | "schedule", string, StoredItem | null, boolean]>([
    ["close a schedule", "schedule", "support-1", closed, true],
    [
      "close a schedule until",
      "schedule",
      "support-1",
      { ...closed, manualCloseUntil: "2026-04-01T00:00:00Z" },
      true,
    ],
    ["rename a schedule", "schedule", "support-1", { ...closed, name: "Help" }, false],
    ["add a schedule", "schedule", "new-1", schedule({ name: "New", manualClose: true }), false],
    ["delete a schedule", "schedule", "support-1", null, false],
    ["change a rule", "rule", "day-1", rule({ isOpen: false }), false],
  ])("[PB6] with the right to toggle: %s", async (_, kind, id, value, allowed) => {
    const request = { id: "publish-a", changes: [await world.change(kind, id, value)] };
    const outcome = await world.publish(request, { right: "toggle" }).then(
      () => true,
      (error: unknown) => (error as { code: unknown }).code,
    );
    expect(outcome).toBe(allowed ? true : "not-allowed");
    expect((await world.head()).publish).toBeNull();
  });

  it("[PB7] a publish with a version is refused after any other publish", async () => {
    const other = await world.change("rule", "day-1", rule({ name: "Day" }));
    const request = {
      id: "publish-b",
      version: "0",
      changes: [await world.change("schedule", "support-1", closed)],
    };
    await world.publish({ id: "publish-a", version: "0", changes: [other] });
    expect(await world.refusal(request)).toMatchObject({ code: "publish-stale-version", status: 409 });
    expect(await world.publish({ ...request, version: "1" })).toMatchObject({ version: "2" });
  });

  it("[PB9] a repeat of a finished id returns the recorded result and writes nothing", async () => {
    const request = { id: "publish-a", changes: [await world.change("schedule", "support-1", closed)] };
    const first = await world.publish(request);
    await world.publish({
      id: "publish-b",
      changes: [await world.change("rule", "day-1", rule({ name: "Day" }))],
    });
    expect(await world.publish(request)).toEqual(first);
    expect(await world.head()).toMatchObject({ generation: 2 });
  });

  it.each<[string, Partial<PublishOptions>, PublishOptions["right"], object]>([
    ["other content", {}, "edit", { value: { ...closed, group: "other" } }],
    ["another person", { by: { identity: "bo" } }, "edit", {}],
    ["a lower right", { right: "toggle" }, "edit", {}],
  ])("[PB21] an id of a finished or running publish with %s is refused", async (_, options, right, more) => {
    const change = await world.change("schedule", "support-1", closed);
    const again = { id: "publish-a", changes: [{ ...change, ...more }] };
    let during: unknown = null;
    const client = world.sync.client(async ({ op, key }) => {
      if (op === "updateItem" && key === "support-1") during = (await world.refusal(again, options)).code;
    });
    await world.publish({ id: "publish-a", changes: [change] }, { right, client });
    expect(during).toBe("publish-id-reused");
    expect(await world.refusal(again, options)).toMatchObject({ code: "publish-id-reused", status: 409 });
    expect(await world.head()).toMatchObject({ generation: 1, publish: null });
    expect(await world.value("schedule", "support-1")).toEqual(closed);
  });

  it("[PB21] a repeat may have a newer base, another field order and a higher right", async () => {
    const change = await world.change("schedule", "support-1", closed);
    const first = await world.publish({ id: "publish-a", changes: [change] }, { right: "toggle" });
    const value = Object.fromEntries(Object.entries(closed).reverse()) as unknown as StoredItem;
    const again = { ...(await world.change("schedule", "support-1", closed)), value };
    expect(await world.publish({ id: "publish-a", changes: [again] })).toEqual(first);
  });

  it("[PB22] a rule and a schedule with one id both have their history, and both are finished after a kill", async () => {
    const changes = [
      await world.change("rule", "same-1", rule({ name: "Same" })),
      await world.change("schedule", "same-1", schedule({ name: "Same", rules: ["same-1"] })),
    ];
    const { before, after } = dying(0, "before");
    let isApplying = false;
    const client = world.sync.client(
      (operation) => {
        isApplying ||= operation.op === "createItem" && operation.name.startsWith("rules-");
        if (isApplying) return before(operation);
        return undefined;
      },
      (operation) => (isApplying ? after(operation) : undefined),
    );
    expect(await world.refusal({ id: "publish-a", changes }, { client })).toMatchObject({
      code: "publish-interrupted",
    });
    expect(world.history()).toHaveLength(2);
    world.now += 16_000;
    expect(await world.publish({ id: "publish-a", changes })).toMatchObject({ version: "1", skipped: [] });
    expect(await world.value("rule", "same-1")).toEqual(rule({ name: "Same" }));
    expect(await world.value("schedule", "same-1")).toEqual(schedule({ name: "Same", rules: ["same-1"] }));
  });

  it("[PB22] entries of an earlier attempt with the same id do not count as the new attempt's", async () => {
    const key = historyKey("s:support-1", 1, "publish-a");
    const map = historyMapOf("support-1");
    const common = {
      publish: "publish-a",
      generation: 1,
      by: { identity: "bo" },
      at: "2026-01-01T00:00:00Z",
    };
    const refs = ["s:support-1", "s:sales-1"];
    world.sync.put(PUBLISHES, publishKey(1, "publish-a", 0), { ...common, part: 0, parts: 2, items: refs });
    world.sync.put(PUBLISHES, publishKey(1, "publish-a", 1), {
      ...common,
      part: 1,
      parts: 2,
      items: ["r:x"],
    });
    const stale = { ...common, kind: "schedule", id: "support-1", baseRevision: "0", value: null };
    world.sync.put(map, key, stale);
    world.sync.put(historyMapOf("sales-1"), historyKey("s:sales-1", 1, "publish-a"), {
      ...stale,
      id: "sales-1",
    });
    const changes = [await world.change("schedule", "support-1", closed)];
    expect(await world.publish({ id: "publish-a", changes })).toMatchObject({ version: "1" });
    expect(world.history()).toMatchObject([{ id: "support-1", value: closed }]);
    expect(world.journal()).toMatchObject([{ items: ["s:support-1"], parts: 1 }]);
  });

  it.each(["toggle", "edit"] as const)(
    "[PB23] with the right to %s, the end of a manual close is validated and stored in UTC",
    async (right) => {
      const until = async (manualCloseUntil: string) => ({
        id: world.id(),
        changes: [await world.change("schedule", "support-1", { ...closed, manualCloseUntil })],
      });
      expect(await world.refusal(await until("tomorrow"), { right })).toMatchObject({ code: "item-invalid" });
      const request = await until("2026-04-01T10:00:00+02:00");
      await world.publish(request, { right });
      const stored_ = { ...closed, manualCloseUntil: "2026-04-01T08:00:00.000Z" };
      expect(await world.value("schedule", "support-1")).toEqual(stored_);
      expect(await world.publish({ ...request, id: "publish-again" }, { right })).toMatchObject({
        version: "1",
      });
    },
  );

  it("[PB23] the end of a manual close is validated also beside an invalid zone", async () => {
    const broken = schedule({ name: "Broken", timeZone: "Mars/Base" });
    world.put("schedule", "broken-1", broken);
    const value = { ...broken, manualClose: true, manualCloseUntil: "tomorrow" };
    const changes = [await world.change("schedule", "broken-1", value)];
    expect(await world.refusal({ id: "publish-a", changes }, { right: "toggle" })).toMatchObject({
      code: "item-invalid",
    });
  });

  it.each(["toggle", "edit"] as const)(
    "[PB24] with the right to %s, unknown fields are preserved, also by a recovery",
    async (right) => {
      const note = { note: "by hand", manualCloseBy: "ada" };
      const before = schedule({ rules: ["day-1"] });
      world.put("schedule", "support-1", { ...before, ...note });
      const request = {
        id: "publish-a",
        changes: [{ ...(await world.change("schedule", "support-1", closed)) }],
      };
      let isDead = false;
      const die = () => {
        if (isDead) throw new SyncFailure("unreachable", "this process is dead");
      };
      const client = world.sync.client(die, ({ op, key }) => {
        isDead ||= op === "updateItem" && key === "support-1";
        die();
      });
      expect(await world.refusal(request, { right, client })).toMatchObject({ code: "publish-interrupted" });
      world.now += 16_000;
      const done = await world.publish(request, { right });
      expect(done).toMatchObject({ version: "1", skipped: [], items: [{ value: closed }] });
      expect(await world.value("schedule", "support-1")).toEqual({ ...closed, ...note });
    },
  );

  it("[PB13] an item edited in the console between check and apply is skipped and reported", async () => {
    const changes = [
      await world.change("schedule", "support-1", closed),
      await world.change("schedule", "sales-1", schedule({ name: "Sales", manualClose: true })),
    ];
    const console_ = schedule({ name: "By hand" });
    const client = world.sync.client(({ op, key }) => {
      if (op === "updateItem" && key === "support-1") world.put("schedule", "support-1", console_);
    });
    const result = await world.publish({ id: "publish-a", changes }, { client });
    expect(result.skipped).toEqual(["s:support-1"]);
    expect(result.items).toContainEqual({
      kind: "schedule",
      id: "support-1",
      revision: "1",
      value: console_,
    });
    expect(await world.value("schedule", "support-1")).toEqual(console_);
    expect(await world.value("schedule", "sales-1")).toMatchObject({ manualClose: true });
    expect((await world.head()).recent[0]).toMatchObject({ id: "publish-a", skipped: ["s:support-1"] });
    expect(await world.publish({ id: "publish-a", changes })).toMatchObject({ skipped: ["s:support-1"] });
  });

  it("[PB16] rules are written before schedules that use them, and deleted last", async () => {
    world.put("rule", "old-1", rule({ name: "Old" }));
    world.put("schedule", "support-1", schedule({ rules: ["old-1"] }));
    const changes = [
      await world.change("rule", "old-1", null),
      await world.change("schedule", "sales-1", null),
      await world.change("schedule", "support-1", schedule({ rules: ["new-1"] })),
      await world.change("rule", "new-1", rule({ name: "New" })),
    ];
    const order: string[] = [];
    const client = world.sync.client(undefined, ({ op, name, key = "" }) => {
      if (/^(create|update|remove)Item$/.test(op) && /^(rules|schedules)-/.test(name))
        order.push(`${op} ${key}`);
    });
    await world.publish({ id: "publish-a", changes }, { client });
    expect(order).toEqual([
      "createItem new-1",
      "updateItem support-1",
      "removeItem sales-1",
      "removeItem old-1",
    ]);
  });

  it("[PB4] an item that is too large is named, also among those of its batch", async () => {
    const changes = await Promise.all(
      Array.from({ length: 70 }, (_, index) => {
        const dates = Array<string>(index === 7 ? 1250 : 1).fill("2026-03-02");
        return world.change("rule", `rule-${index}`, rule({ name: `Rule ${index}`, dates }));
      }),
    );
    const failure = await world.refusal({ id: "publish-a", changes });
    expect(failure.more.problems).toMatchObject([{ id: "rule-7", code: "item-too-large" }]);
  });

  it.each([60, 90, 150])("[PB27] a publish of %i new items stays within one rate window", async (count) => {
    const changes = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        world.change("rule", `rule-${index}`, rule({ name: `Rule ${index}` })),
      ),
    );
    let creations = 0;
    const client = world.sync.client(({ op }) => {
      if (op === "createItem") creations += 1;
    });
    await world.publish({ id: "publish-a", changes }, { client });
    expect(creations).toBe(costOf(changes, SHARDS).creations);
    expect(creations).toBeLessThanOrEqual(WINDOW_BUDGET);
  });

  it("[PB17] a publish too large for the change feeds makes readers re-read everything, and the feeds stay small", async () => {
    const changes = await Promise.all(
      Array.from({ length: 90 }, (_, index) =>
        world.change(
          "rule",
          `rule-with-a-long-name-that-says-all-about-it-${index}`,
          rule({ name: `Rule ${index}` }),
        ),
      ),
    );
    await world.publish({ id: "publish-a", changes });
    expect(await world.feed()).toEqual({ generation: 1, recent: [] });
    expect(world.journal()).toHaveLength(2);
    for (let index = 0; index < 60; index += 1) {
      const name = `Night ${index}`;
      await world.publish({ id: world.id(), changes: [await world.change("rule", "day-1", rule({ name }))] });
    }
    const feed = await world.feed(2);
    expect(feed.recent[0]).toEqual({ generation: 61, items: ["r:day-1"] });
    expect(JSON.stringify(feed).length).toBeLessThanOrEqual(MAX_FEED_SIZE);
    expect((await world.head()).recent).toHaveLength(10);
  });

  it("[PB1] of two concurrent publishes one succeeds, the other is refused, and both succeed in the end", async () => {
    const one = { id: "publish-a", changes: [await world.change("schedule", "support-1", closed)] };
    const two = { id: "publish-b", changes: [await world.change("rule", "day-1", rule({ name: "Day" }))] };
    const results = await Promise.allSettled([world.publish(one), world.publish(two)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "publish-in-progress" },
    });
    await world.publish(one);
    await world.publish(two);
    expect(await world.value("schedule", "support-1")).toEqual(closed);
    expect(await world.value("rule", "day-1")).toEqual(rule({ name: "Day" }));
    expect(await world.head()).toMatchObject({ generation: 2 });
    expect(world.sync.itemsOf(mapOf("rule", "day-1", SHARDS))).toHaveProperty("day-1");
  });
});
