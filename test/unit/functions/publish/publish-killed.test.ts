import { isLeased, recover } from "@schedule-manager/functions/publish/recover";
import { readHead } from "@schedule-manager/functions/sync/head-store";
import type { PublishRequest } from "@schedule-manager/shared/api/api";
import { journalEntries } from "@schedule-manager/shared/history/settled";
import { HEAD, historyKey, historyMapOf } from "@schedule-manager/shared/sync/layout";
import type { HistoryBatch, ItemRef, PublishData } from "@schedule-manager/shared/sync/layout";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import type { StoredRule } from "@schedule-manager/shared/model/model";
import type { SyncOperation } from "../../../contract/sync-client/memory-sync";
import { PublishWorld, dying, rule, schedule } from "../support/publish-world";

const LATER = 16_000;
/** Changes in a part of the journal. */
const REFS_PER_PART = 60;
/** More operations than a publish of these changes needs. */
const MAX_OPERATIONS = 60;

const before = { support: schedule({ rules: ["day-1"] }), day: rule() };
const after = {
  support: schedule({ rules: ["night-1"], manualClose: true }),
  night: rule({ name: "Night" }),
};

async function prepare(): Promise<{ world: PublishWorld; request: PublishRequest }> {
  const world = new PublishWorld();
  world.put("rule", "day-1", before.day);
  world.put("schedule", "support-1", before.support);
  world.put("schedule", "sales-1", schedule({ name: "Sales" }));
  const changes = [
    await world.change("schedule", "support-1", after.support),
    await world.change("rule", "night-1", after.night),
    await world.change("rule", "day-1", null),
  ];
  return { world, request: { id: "publish-a", changes } };
}

const state = async (world: PublishWorld) => ({
  support: await world.value("schedule", "support-1"),
  night: await world.value("rule", "night-1"),
  day: await world.value("rule", "day-1"),
});

const none = { support: before.support, night: null, day: before.day };
const all = { support: after.support, night: after.night, day: null };

/** Kills a publish at one operation; returns false when the publish has fewer. */
async function killAt(
  world: PublishWorld,
  request: PublishRequest,
  at: number,
  when: "before" | "after",
): Promise<boolean> {
  const { before, after, reached } = dying(at, when);
  await world.publish(request, { client: world.sync.client(before, after) }).catch(() => undefined);
  return reached();
}

const NEXT: readonly (readonly [
  string,
  (world: PublishWorld, request: PublishRequest) => Promise<unknown>,
])[] = [
  [
    "the next publish",
    async (world) =>
      world.publish({
        id: "publish-b",
        changes: [await world.change("schedule", "sales-1", schedule({ name: "Trade" }))],
      }),
  ],
  ["a repeat", (world, request) => world.publish(request)],
  [
    "the next admin view",
    async (world) => {
      const client = world.sync.client();
      const head = await readHead(client);
      if (!isLeased(head)) return;
      await recover({ client, concurrency: 4, at: new Date(world.now).toISOString() }, head);
    },
  ],
];

describe.each(NEXT)("a publisher killed at every step: %s", (name, next) => {
  it.each(["before", "after"] as const)(
    "[PB11] is finished or cleared, when killed just %s each operation",
    async (when) => {
      const outcomes = new Set<string>();
      let steps = 0;
      for (; steps < MAX_OPERATIONS; steps += 1) {
        const { world, request } = await prepare();
        if (!(await killAt(world, request, steps, when))) break;
        world.now += LATER;
        await next(world, request);

        const { publish, recent } = await world.head();
        const finished = recent.find(({ id }) => id === "publish-a");
        const done = finished !== undefined;
        // The console edited nothing, so a recovered publish is complete.
        expect({ steps, skipped: finished?.skipped }).toEqual({ steps, skipped: undefined });
        expect({ steps, publish }).toEqual({ steps, publish: null });
        expect({ steps, ...(await state(world)) }).toEqual({ steps, ...(done ? all : none) });
        // History and journal contain exactly the publishes.
        expect(
          world.history().filter((entry) => (entry as { publish: string }).publish === "publish-a"),
        ).toHaveLength(done ? 3 : 0);
        expect(
          world.journal().filter((entry) => (entry as { publish: string }).publish === "publish-a"),
        ).toHaveLength(done ? 1 : 0);
        if (name !== "the next admin view") {
          expect((await world.head()).recent[0]?.id).toBe(name === "a repeat" ? "publish-a" : "publish-b");
        }
        outcomes.add(done ? "finished" : "cleared");
      }
      expect(steps).toBeGreaterThan(20);
      expect(outcomes).toEqual(new Set(name === "a repeat" ? ["finished"] : ["finished", "cleared"]));
    },
  );
});

describe("a lease", () => {
  it("[PB8] a live lease excludes others, who receive its owner and the remaining time", async () => {
    const { world, request } = await prepare();
    await killAt(world, request, 12, "before");
    expect((await world.head()).publish?.id).toBe("publish-a");
    world.now += 14_000;
    const other = { id: "publish-b", changes: request.changes };
    const failure = await world.refusal(other);
    expect(failure).toMatchObject({
      code: "publish-in-progress",
      status: 409,
      message: "Another schedule publish is in progress. Try again in a few seconds.",
      details: { by: { identity: "ada_40example_2Ecom" }, own: false, retryAfterMs: 1000 },
    });
    expect(await world.refusal(request)).toMatchObject({
      code: "publish-in-progress",
      details: { own: true },
    });
    world.now += 1000;
    await world.publish(other);
  });

  it("[PB11] a recovery that is killed at any step is recovered in turn", async () => {
    let first = 0;
    for (let isKilled = true; isKilled; first += 1) {
      for (const second of [1, 4, 7, 10, 13, 16]) {
        const { world, request } = await prepare();
        isKilled = await killAt(world, request, first, "after");
        if (!isKilled) break;
        world.now += LATER;
        const change = await world.change("schedule", "sales-1", schedule({ name: "Trade" }));
        await killAt(world, { id: "publish-b", changes: [change] }, second, "after");
        world.now += LATER;
        await world.publish({ id: "publish-c", changes: [await world.change("rule", "extra-1", rule())] });
        const done = (await world.head()).recent.some(({ id }) => id === "publish-a");
        expect({ first, second, ...(await state(world)) }).toEqual({ first, second, ...(done ? all : none) });
        expect((await world.head()).publish).toBeNull();
      }
    }
    expect(first).toBeGreaterThan(20);
  });

  it("[PB13] a recovery skips and reports an item that was edited and one whose history entry was removed", async () => {
    const { world, request } = await prepare();
    const { before, after: die } = dying(0, "before");
    const client = world.sync.client(
      (operation) =>
        operation.name.startsWith("rules-") && operation.op !== "listItems" ? before(operation) : undefined,
      (operation) =>
        operation.op === "createItem" && operation.name.startsWith("rules-") ? die(operation) : undefined,
    );
    await world.publish(request, { client }).catch(() => undefined);
    expect((await world.head()).publish).toMatchObject({ id: "publish-a", phase: "applying" });
    const edited = schedule({ name: "By hand", rules: ["day-1"] });
    world.put("schedule", "support-1", edited);
    world.sync.drop(historyMapOf("night-1"), historyKey("r:night-1", 1, "publish-a"));
    world.now += LATER;
    expect((await world.publish(request)).skipped).toEqual(["s:support-1", "r:night-1"]);
    expect(await state(world)).toEqual({ support: edited, night: null, day: null });
  });
});

describe("a publisher that is suspended and loses its lease", () => {
  /** Suspends a publisher before one of its operations for longer than a lease, then continues. */
  async function frozenAt(at: number, meanwhile: (world: PublishWorld) => Promise<void>) {
    const { world, request } = await prepare();
    let count = -1;
    let sent = "";
    let awake: Promise<void> | null = null;
    const client = world.sync.client(async ({ op, name }) => {
      count += 1;
      if (count < at) return;
      if (awake === null) {
        sent = `${op} ${name}`;
        world.now += LATER;
        awake = meanwhile(world);
        return awake;
      }
      await awake;
      // As in production, nothing is sent after the budget ends, but a sent request may still arrive.
      throw new SyncFailure("unreachable", "no time left");
    });
    const outcome = await world.publish(request, { client }).then(
      () => "published",
      (error: unknown) => String((error as { code?: unknown }).code),
    );
    return { world, outcome, sent, reached: count >= at };
  }

  it("[PB12] has no effect after any operation: others' publishes stay", async () => {
    let taken = 0;
    for (let at = 0; at < MAX_OPERATIONS; at += 1) {
      const mine = schedule({ name: "Support", rules: [], group: "mine" });
      const { world, sent, reached } = await frozenAt(at, async (w) => {
        await w.publish({
          id: "publish-b",
          changes: [await w.change("schedule", "sales-1", schedule({ name: "Trade" }))],
        });
        await w.publish({ id: "publish-c", changes: [await w.change("schedule", "support-1", mine)] });
      });
      if (!reached) break;
      taken += 1;
      world.now += LATER;
      await world.publish({ id: "publish-d", changes: [await world.change("rule", "extra-1", rule())] });
      const { publish, recent, generation } = await world.head();
      const done = recent.some(({ id }) => id === "publish-a");
      expect({ at, sent, publish, generation }).toEqual({
        at,
        sent,
        publish: null,
        generation: done ? 4 : 3,
      });
      expect({ at, sent, ...(await state(world)) }).toEqual({
        at,
        sent,
        ...(done ? all : none),
        support: mine,
      });
      expect(await world.value("schedule", "sales-1")).toEqual(schedule({ name: "Trade" }));
      for (let index = 0; index < 4; index += 1)
        expect((await world.feed(index)).generation).toBe(generation);
    }
    expect(taken).toBeGreaterThan(20);
  });
});

describe("a publisher that resumes after a repeat of its id was finished", () => {
  it("[PB12] keeps the history and journal of the publish, even if it can still write", async () => {
    let woken = 0;
    for (let at = 0; at < MAX_OPERATIONS; at += 1) {
      const { world, request } = await prepare();
      let count = -1;
      const client = world.sync.client(async () => {
        count += 1;
        if (count !== at) return;
        world.now += LATER;
        await world.publish(request);
      });
      await world.publish(request, { client }).catch(() => undefined);
      if (count < at) break;
      woken += 1;
      const entries = [...world.history(), ...world.journal()] as { publish: string }[];
      expect({ at, entries: entries.map(({ publish }) => publish) }).toEqual({
        at,
        entries: Array<string>(4).fill("publish-a"),
      });
      expect({ at, ...(await state(world)) }).toEqual({ at, ...all });
      expect((await world.head()).recent.filter(({ id }) => id === "publish-a")).toHaveLength(1);
    }
    expect(woken).toBeGreaterThan(20);
  });
});

describe("a publisher that gives up", () => {
  /** The history and the journal of `publish-a`. */
  const kept = (world: PublishWorld) => [world.history().length, world.journal().length];
  const isApply = ({ op, name }: SyncOperation, updates: number): boolean =>
    op === "updateDocument" && name === HEAD && updates === 2;

  it("[PB14] leaves everything to the next one when it may have begun to apply", async () => {
    const { world, request } = await prepare();
    let updates = 0;
    const client = world.sync.client(undefined, (operation) => {
      updates += operation.op === "updateDocument" && operation.name === HEAD ? 1 : 0;
      if (isApply(operation, updates)) throw new SyncFailure("unreachable", "the answer was lost");
    });
    await world.publish(request, { client }).catch(() => undefined);
    expect((await world.head()).publish).toMatchObject({ id: "publish-a", phase: "applying" });
    expect(kept(world)).toEqual([3, 1]);
    world.now += LATER;
    expect(await world.publish(request)).toMatchObject({ version: "1", skipped: [] });
    expect(await state(world)).toEqual(all);
  });

  it("[PB12] keeps the entries of a running repeat of its id", async () => {
    const { world, request } = await prepare();
    let updates = 0;
    const client = world.sync.client(async (operation) => {
      updates += operation.op === "updateDocument" && operation.name === HEAD ? 1 : 0;
      if (!isApply(operation, updates)) return;
      updates += 1;
      world.now += LATER;
      // The repeat is killed with its first write of an item.
      const { before } = dying(0, "before");
      const repeat = world.sync.client((next) =>
        next.name.startsWith("rules-") && next.op !== "listItems" ? before(next) : undefined,
      );
      await world.publish(request, { client: repeat }).catch(() => undefined);
    });
    await world.publish(request, { client }).catch(() => undefined);
    expect((await world.head()).publish).toMatchObject({ id: "publish-a", phase: "applying" });
    expect(kept(world)).toEqual([3, 1]);
  });

  it("[PB12] keeps the entries when a repeat takes its lease at that moment", async () => {
    const { world, request } = await prepare();
    let updates = 0;
    const client = world.sync.client(async (operation) => {
      updates += operation.op === "updateDocument" && operation.name === HEAD ? 1 : 0;
      if (isApply(operation, updates)) throw new SyncFailure("unreachable", "no answer");
      if (updates !== 3) return;
      // It has read its lease and is about to release it.
      updates += 1;
      world.now += LATER;
      await world.publish(request);
    });
    await world.publish(request, { client }).catch(() => undefined);
    expect((await world.head()).recent.map(({ id }) => id)).toEqual(["publish-a"]);
    expect(kept(world)).toEqual([3, 1]);
  });
});

describe("a publish whose journal has several parts", () => {
  const COUNT = 2 * REFS_PER_PART + 10;
  const prepareMany = async () => {
    const world = new PublishWorld();
    const ids = Array.from({ length: COUNT }, (_, index) => `rule-${index}`);
    const changes = await Promise.all(ids.map((id) => world.change("rule", id, rule({ name: id }))));
    return { world, request: { id: "publish-a", changes }, refs: ids.map((id): ItemRef => `r:${id}`) };
  };
  const parts = (world: PublishWorld) =>
    (world.journal() as PublishData[]).toSorted((a, b) => a.part - b.part);

  it("[PB26] each item is named once", async () => {
    const { world, request, refs } = await prepareMany();
    await world.publish(request);
    expect(parts(world).map(({ part, parts: of, items }) => [part, of, items.length])).toEqual([
      [0, 3, REFS_PER_PART],
      [1, 3, REFS_PER_PART],
      [2, 3, 10],
    ]);
    expect(parts(world).flatMap(({ items }) => items)).toEqual(refs);
    expect(journalEntries(parts(world), await world.head())).toMatchObject([{ items: refs }]);
  });

  it.each([
    ["checking", "history-", 20],
    ["applying-batches", "rules-", COUNT - 5],
  ])("[PB26] killed while %s, it leaves nothing or is finished completely", async (phase, written, most) => {
    const { world, request } = await prepareMany();
    let writes = 0;
    let isDead = false;
    const client = world.sync.client(({ op, name }) => {
      writes += op === "createItem" && name.startsWith(written) ? 1 : 0;
      isDead ||= writes > most;
      if (isDead) throw new SyncFailure("unreachable", "this process is dead");
    });
    await world.publish(request, { client }).catch(() => undefined);
    expect((await world.head()).publish?.phase).toBe(phase);
    expect(parts(world)).toHaveLength(3);
    world.now += LATER;
    await world.publish({ id: "publish-b", changes: [await world.change("rule", "other-1", rule())] });
    const of = <T extends { readonly publish: string }>(entries: unknown[]) =>
      (entries as T[]).filter(({ publish }) => publish === "publish-a");
    const changed = of<HistoryBatch>(world.history()).flatMap(({ changes }) => changes);
    expect([changed.length, of(world.journal()).length]).toEqual(phase === "checking" ? [0, 0] : [COUNT, 3]);
    expect(await world.value("rule", `rule-${COUNT - 1}`)).toEqual(
      phase === "checking" ? null : rule({ name: `rule-${COUNT - 1}` }),
    );
  });
});

describe("a publish with its history in batches", () => {
  const COUNT = 70;
  const ids = Array.from({ length: COUNT }, (_, index) => `rule-${index}`);
  const prepareBatches = async () => {
    const world = new PublishWorld();
    for (const id of ids) world.put("rule", id, rule({ name: id }));
    world.put("schedule", "sales-1", schedule({ name: "Sales" }));
    const changes = await Promise.all(
      ids.map((id, index) =>
        world.change("rule", id, index % 7 === 0 ? null : rule({ name: id, isOpen: false })),
      ),
    );
    return { world, request: { id: "publish-a", changes } };
  };

  it.each(NEXT)("[PB31] killed at many steps, it is finished or cleared: %s", async (name, next) => {
    const outcomes = new Set<string>();
    // Operations run 16 at once, so neighbouring steps differ little.
    for (let step = 0; ; step += 7) {
      const { world, request } = await prepareBatches();
      if (!(await killAt(world, request, step, step % 2 === 0 ? "before" : "after"))) break;
      world.now += LATER;
      await next(world, request);
      const { publish, recent } = await world.head();
      const finished = recent.find(({ id }) => id === "publish-a");
      const open = await Promise.all(
        ids.map(async (id) => ((await world.value("rule", id)) as StoredRule | null)?.isOpen ?? "none"),
      );
      expect({ step, publish, skipped: finished?.skipped }).toEqual({
        step,
        publish: null,
        skipped: undefined,
      });
      const expected = ids.map((_, index) =>
        finished === undefined ? true : index % 7 === 0 ? "none" : false,
      );
      expect({ step, open }).toEqual({ step, open: expected });
      const batches = (world.history() as HistoryBatch[]).filter((entry) => entry.publish === "publish-a");
      expect({ step, changes: batches.flatMap((batch) => batch.changes).length }).toEqual({
        step,
        changes: finished === undefined ? 0 : COUNT,
      });
      outcomes.add(finished === undefined ? "cleared" : "finished");
    }
    expect(outcomes).toEqual(new Set(name === "a repeat" ? ["finished"] : ["finished", "cleared"]));
  });

  it("[PB31] its lease is in a phase that is invalid for the previous version", async () => {
    const { world, request } = await prepareBatches();
    await killAt(world, request, 120, "before");
    // The previous version knows two phases, and takes a head in another one for invalid.
    expect((await world.head()).publish?.phase).toBe("applying-batches");
  });
});

describe("lost answers", () => {
  it("[PB14] never cause a double or half publish: the caller receives the result or repeats the request", async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < MAX_OPERATIONS; at += 1) {
      const { world, request } = await prepare();
      let count = -1;
      let repeated = false;
      // Applied, but the answer is lost once, and the client repeats the request.
      const inner = world.sync.client();
      const lossy = new Proxy(inner, {
        get: (target, method: keyof typeof inner) => {
          const call = target[method].bind(target) as (...args: unknown[]) => Promise<unknown>;
          return async (...args: unknown[]) => {
            count += 1;
            if (count !== at) return call(...args);
            repeated = true;
            await call(...args);
            return call(...args);
          };
        },
      });
      const result = await world.publish(request, { client: lossy });
      if (!repeated) break;
      expect({ at, ...(await state(world)) }).toEqual({ at, ...all });
      expect(result).toMatchObject({ version: "1", skipped: [] });
      expect(await world.head()).toMatchObject({ generation: 1, publish: null });
      expect(world.history()).toHaveLength(3);
      outcomes.push("published");
    }
    expect(outcomes.length).toBeGreaterThan(20);
  });
});
