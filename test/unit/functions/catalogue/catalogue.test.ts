import { CatalogueCache } from "@schedule-manager/functions/catalogue/catalogue-cache";
import type { CachedCatalogue } from "@schedule-manager/functions/catalogue/catalogue-cache";
import { itemFrom, refOf } from "@schedule-manager/functions/catalogue/items";
import { setLogLevel } from "@schedule-manager/functions/trace";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import {
  CHANGE_FEEDS,
  changesName,
  DEFAULT_SHARDS as SHARDS,
  HEAD,
  mapName,
  mapOf,
} from "@schedule-manager/shared/sync/layout";
import type { SyncOperation } from "../../../contract/sync-client/memory-sync";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import { PublishWorld, dying, rule, schedule } from "../support/publish-world";

/** Milliseconds before a failed refresh is retried: first and longest. */
const FIRST_PAUSE = 500;
const LAST_PAUSE = 8000;

const SETTINGS = { freshness: 3000, revalidateEvery: 600_000, concurrency: 4 };
const READ_ALL = 2 * SHARDS + 2;

class Instance {
  readonly world: PublishWorld;
  readonly cache: CatalogueCache;
  operations: SyncOperation[] = [];
  failing: SyncFailure | null = null;
  before: (operation: SyncOperation) => Promise<void> | void = () => undefined;
  /** Delays an answer. */
  after: (operation: SyncOperation) => Promise<void> | void = () => undefined;

  constructor(world: PublishWorld, random = 0.5) {
    this.world = world;
    this.cache = new CatalogueCache({ clock: world.clock, random: () => random });
  }

  current(more: Partial<typeof SETTINGS> = {}): Promise<CachedCatalogue | null> {
    return this.cache.current({ ...SETTINGS, ...more }, () =>
      this.world.sync.client(
        async (operation) => {
          this.operations.push(operation);
          await this.before(operation);
          if (this.failing !== null) throw this.failing;
        },
        (operation) => this.after(operation),
      ),
    );
  }

  /** `open`, `closed for …`, `unreadable` or null. */
  async says(name: string): Promise<string | null> {
    const found = (await this.current())?.catalogue.find(name) ?? null;
    if (found === null) return null;
    if ("problem" in found) return "unreadable";
    const { isOpen, closedReason } = evaluate(found.compiled, this.world.now);
    return `${isOpen ? "open" : closedReason}${found.outdated ? " (outdated)" : ""}`;
  }

  /** Reads since the last call. */
  reads(): string[] {
    const names = this.operations.map(({ name, key }) => (key === undefined ? name : `${name}/${key}`));
    this.operations = [];
    return names;
  }
}

let world: PublishWorld;
let instance: Instance;
beforeEach(() => {
  world = new PublishWorld(SHARDS);
  world.put("rule", "day-1", rule());
  world.put("schedule", "support-1", schedule({ rules: ["day-1"] }));
  world.put("schedule", "sales-1", schedule({ name: "Sales", rules: ["day-1"], aliases: ["Shop"] }));
  instance = new Instance(world);
  // No recent publish.
  world.now += 60_000;
});

/** Runs everything that waits for no gate and no time. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const close = async (id: string, name: string) =>
  world.publish({
    id: world.id(),
    changes: [await world.change("schedule", id, schedule({ name, rules: ["day-1"], manualClose: true }))],
  });

describe("the catalogue cache", () => {
  it("[FN10] reads everything once, and nothing while the cache is fresh", async () => {
    expect(await instance.says("Support")).toBe("open");
    expect(instance.reads()).toHaveLength(READ_ALL);
    world.now += SETTINGS.freshness;
    for (const name of ["Support", "Sales", "Shop", "nobody", "Support"]) await instance.says(name);
    expect(instance.reads()).toEqual([]);
  });

  it("[FN10] reads its own change feed when the cache is older than the freshness bound", async () => {
    await instance.current({ revalidateEvery: 1e9 });
    instance.reads();
    for (let times = 0; times < 5; times += 1) {
      world.now += SETTINGS.freshness + 1;
      await instance.current();
    }
    expect(instance.reads()).toEqual(Array(5).fill(changesName(CHANGE_FEEDS / 2)));
    expect(new Set([0, 0.3, 0.6, 0.9].map((random) => new Instance(world, random))).size).toBe(4);
  });

  it("[FN11] reads only published changes, and answers with them within the freshness bound", async () => {
    await instance.current();
    instance.reads();
    await close("support-1", "Support");
    world.now += SETTINGS.freshness + 1;
    expect(await instance.says("Support")).toBe("manual");
    expect(instance.reads()).toEqual([
      changesName(2),
      expect.stringMatching(/^schedules-\d-of-8\/support-1$/),
      HEAD,
    ]);
    expect(await instance.says("Sales")).toBe("open");
  });

  it("[FN10] reads head and items concurrently, and one after the other when that is not safe", async () => {
    await instance.current();
    expect(instance.reads().filter((name) => name === HEAD)).toHaveLength(2);
    const other = new PublishWorld(3);
    other.put("schedule", "support-1", schedule({ manualClose: true }));
    other.now += 60_000;
    const cold = new Instance(other);
    expect(await cold.says("Support")).toBe("manual");
    expect(cold.reads().length).toBeLessThan(2 * 3 + 3 + SETTINGS.concurrency);
    // A publish that commits after the first items and before head are read.
    const late = new Instance(world);
    let cached: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (cached = resolve));
    let reads = 0;
    late.before = async ({ op }) => {
      reads += 1;
      if (op === "readDocument" && reads < 3) await gate;
      if (op === "listItems" && reads === 8) await close("support-1", "Support").then(cached);
    };
    expect(await late.says("Support")).toBe("manual");
  });

  it("[FN11] reads everything when it has missed more than a change feed lists", async () => {
    await instance.current();
    instance.reads();
    for (let index = 0; index < 150; index += 1) {
      const name = `Day ${index}`;
      await world.publish({ id: world.id(), changes: [await world.change("rule", "day-1", rule({ name }))] });
    }
    await close("support-1", "Support");
    world.now += SETTINGS.freshness + 1;
    expect(await instance.says("Support")).toBe("manual");
    expect(instance.reads()).toHaveLength(1 + READ_ALL);
  });

  it("[FN11] a changed rule affects every schedule that uses it; deletions and new items are visible", async () => {
    await instance.current();
    await world.publish({
      id: world.id(),
      changes: [
        await world.change("rule", "day-1", rule({ isOpen: false, closedReason: "holiday" })),
        await world.change("schedule", "sales-1", null),
        await world.change("schedule", "new-1", schedule({ name: "New", rules: ["day-1"] })),
      ],
    });
    world.now += SETTINGS.freshness + 1;
    expect(await instance.says("Support")).toBe("holiday");
    expect(await instance.says("Sales")).toBeNull();
    expect(await instance.says("New")).toBe("holiday");
  });

  it("[FN12] revalidates one map after the other, each once per interval, starting at a map of its own", async () => {
    const firsts = new Set<string>();
    for (const random of [0, 0.2, 0.4, 0.6, 0.8]) {
      const one = new Instance(world, random);
      await one.current();
      one.reads();
      const maps: string[] = [];
      for (let ms = 0; ms < SETTINGS.revalidateEvery; ms += SETTINGS.freshness + 1) {
        world.now += SETTINGS.freshness + 1;
        await one.current();
        const read = one.reads().slice(1);
        expect(read.length).toBeLessThanOrEqual(1);
        maps.push(...read);
      }
      expect(maps.length).toBeGreaterThanOrEqual(2 * SHARDS - 1);
      expect(maps.slice(0, 2 * SHARDS)).toHaveLength(new Set(maps.slice(0, 2 * SHARDS)).size);
      firsts.add(maps[0] ?? "");
    }
    expect(firsts.size).toBe(5);
  });

  it.each([
    [
      "edited",
      () => world.put("schedule", "support-1", schedule({ rules: ["day-1"], manualClose: true })),
      "manual",
    ],
    ["deleted", () => world.drop("schedule", "support-1"), null],
    [
      "edited by its rule",
      () => world.put("rule", "day-1", rule({ isOpen: false, closedReason: "sick" })),
      "sick",
    ],
  ])("[FN12] finds in time an item that was %s in the console", async (_how, edit, says) => {
    await instance.current();
    edit();
    let seen: string | null = "open";
    for (let ms = 0; ms <= SETTINGS.revalidateEvery + SETTINGS.freshness && seen !== says; ms += 3001) {
      world.now += SETTINGS.freshness + 1;
      seen = await instance.says("Support");
    }
    expect(seen).toBe(says);
    expect((await instance.current())?.stale).toBe(false);
  });

  it("[FN12] finds a console edit at once when calls are rare", async () => {
    await instance.current();
    world.put("schedule", "support-1", schedule({ rules: ["day-1"], manualClose: true }));
    world.now += SETTINGS.revalidateEvery + 1;
    expect(await instance.says("Support")).toBe("manual");
  });

  it("[FN12] a slow revalidation delays no caller and makes no answer stale", async () => {
    await instance.current();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    // Its answers, from before the publish, stay away until the gate opens, so a caller that waits for them hangs.
    instance.after = ({ op }) => (op === "listItems" ? gate : undefined);
    instance.reads();
    for (let times = 0; times < 4; times += 1) {
      world.now += SETTINGS.revalidateEvery;
      expect(await instance.current()).toMatchObject({ stale: false, at: world.now });
    }
    expect(instance.reads()).toContainEqual(expect.stringMatching(/^schedules-\d-of-8$/));
    await close("support-1", "Support");
    world.now += SETTINGS.freshness + 1;
    expect(await instance.says("Support")).toBe("manual");
    release();
    await settled();
    expect(await instance.says("Support")).toBe("manual");
  });

  it("[FN12] finds a console edit also when a refresh was running as its map was read", async () => {
    await instance.current();
    world.put("schedule", "support-1", schedule({ rules: ["day-1"], manualClose: true }));
    const gates = new Map<string, () => void>();
    const held = (op: string) => new Promise<void>((resolve) => gates.set(op, resolve));
    instance.after = ({ op, name }) => {
      if (op === "listItems" && !gates.has(op)) return held(op);
      return gates.has("listItems") && name.startsWith("changes-") && !gates.has(name)
        ? held(name)
        : undefined;
    };
    world.now += SETTINGS.revalidateEvery;
    await instance.current();
    world.now += SETTINGS.freshness + 1;
    const refreshed = instance.current();
    await settled();
    expect([...gates.keys()]).toEqual(["listItems", changesName(2)]);
    gates.get("listItems")?.();
    await settled();
    gates.get(changesName(2))?.();
    await refreshed;
    world.now += SETTINGS.freshness + 1;
    expect(await instance.says("Support")).toBe("manual");
  });

  it("[FN13] runs one refresh at a time for all callers", async () => {
    await Promise.all(Array.from({ length: 50 }, () => instance.says("Support")));
    expect(instance.reads()).toHaveLength(READ_ALL);
    world.now += SETTINGS.freshness + 1;
    await Promise.all(Array.from({ length: 50 }, () => instance.says("Support")));
    expect(instance.reads()).toHaveLength(1);
  });

  it("[FN13] replaces a refresh that was frozen with its process", async () => {
    await instance.current();
    world.now += SETTINGS.freshness + 1;
    instance.before = () => new Promise(() => undefined);
    expect((await instance.current())?.stale).toBe(true);
    world.now += 20_000;
    instance.before = () => undefined;
    expect((await instance.current())?.stale).toBe(false);
  });

  it("[FN13] a refresh that resumes after being frozen does not replace newer data", async () => {
    await instance.current();
    world.now += SETTINGS.freshness + 1;
    let wake: () => void = () => undefined;
    const isAsleep = new Promise<void>((asleep) => {
      instance.before = () =>
        new Promise<void>((awake) => {
          wake = awake;
          asleep();
        });
    });
    const frozen = instance.current();
    await isAsleep;
    instance.before = () => undefined;
    await close("support-1", "Support");
    world.now += 20_000;
    expect(await instance.says("Support")).toBe("manual");
    const later = await instance.current();
    wake();
    await frozen;
    instance.reads();
    expect((await instance.current())?.at).toBe(later?.at);
    expect(instance.reads()).toEqual([]);
  });

  it("[FN14] limits the concurrent requests of a cold start", async () => {
    let most = 0;
    let running = 0;
    instance.before = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
    };
    await instance.current({ concurrency: 2 });
    expect(most).toBe(2);
  });

  it("[FN15] while Sync fails, answers from the cache, marked stale and without delay, and retries after growing pauses", async () => {
    await instance.current();
    world.now += SETTINGS.freshness + 1;
    instance.failing = new SyncFailure("busy", "429", 429);
    instance.reads();
    expect(await instance.current()).toMatchObject({ stale: true });
    expect(await instance.says("Support")).toBe("open");
    expect(instance.reads()).toHaveLength(1);
    const tries: number[] = [];
    for (let ms = 0; ms < 60_000; ms += 100) {
      world.now += 100;
      await instance.current();
      if (instance.reads().length > 0) tries.push(ms);
    }
    expect(tries[0]).toBeLessThanOrEqual(FIRST_PAUSE);
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(LAST_PAUSE + 200);
    expect(pauses.at(-1)).toBeGreaterThan(4 * (pauses[0] ?? 0));
    expect(tries.length).toBeLessThan(20);
    instance.failing = null;
    world.now += LAST_PAUSE;
    expect(await instance.current()).toMatchObject({ stale: false });
  });

  it("[FN15] has no answer when Sync was never reachable", async () => {
    instance.failing = new SyncFailure("unreachable", "gone");
    expect(await instance.current()).toBeNull();
    expect(instance.reads().length).toBeLessThanOrEqual(SETTINGS.concurrency);
    expect(await instance.current()).toBeNull();
    expect(instance.reads()).toHaveLength(0);
  });

  it("[FN16] an invalid item affects only its own schedule, which keeps its earlier value if known", async () => {
    await instance.current();
    world.put("schedule", "support-1", { name: "Support", timeZone: 7 });
    world.put("schedule", "sales-1", "not even an object");
    world.now += SETTINGS.revalidateEvery + SETTINGS.freshness;
    expect(await instance.says("Support")).toBe("open (outdated)");
    expect(await instance.says("Sales")).toBe("open (outdated)");
    const cold = new Instance(world);
    expect(await cold.says("Support")).toBe("unreadable");
    expect(await cold.says("Sales")).toBeNull();
    world.put("rule", "day-1", { isOpen: "yes" });
    world.put("schedule", "third-1", schedule({ name: "Third" }));
    const colder = new Instance(world);
    expect(await colder.says("Third")).toBe("closed");
  });

  it("[FN16] an invalid rule keeps its earlier value", async () => {
    await instance.current();
    world.put("rule", "day-1", { isOpen: "yes" });
    world.now += SETTINGS.revalidateEvery + SETTINGS.freshness;
    expect(await instance.says("Support")).toBe("open (outdated)");
  });

  it("[FN16] an invalid item keeps its earlier value when everything is read again", async () => {
    await instance.current();
    world.put("schedule", "support-1", { name: "Support", timeZone: 7 });
    const head = await world.head();
    world.sync.putDocument(HEAD, { ...head, generation: 1 });
    for (let index = 0; index < CHANGE_FEEDS; index += 1)
      world.sync.putDocument(changesName(index), { generation: 1, recent: [] });
    world.now += SETTINGS.freshness + 1;
    instance.reads();
    expect(await instance.says("Support")).toBe("open (outdated)");
    expect(instance.reads().length).toBeGreaterThan(2 * SHARDS);
  });

  it("[FN16] an invalid item takes the packed value when the shards change while everything is read", async () => {
    const other = new PublishWorld(3);
    const spoilt = { name: "Support", timeZone: 7 };
    other.put("schedule", "support-1", spoilt);
    other.now += 60_000;
    for (const kind of ["rule", "schedule"] as const)
      for (let shard = 0; shard < 5; shard += 1) other.sync.addMap(mapName(kind, shard, 5));
    other.sync.put(mapOf("schedule", "support-1", 5), "support-1", spoilt);
    const packed = itemFrom("schedule", "support-1", "snapshot", schedule(), () => undefined);
    const cold = new Instance(other);
    const reads: string[] = [];
    const clients = () =>
      other.sync.client(async ({ name }) => {
        reads.push(name);
        if (name === mapName("schedule", 2, 3))
          other.sync.putDocument(HEAD, { ...(await other.head()), shards: 5 });
      });
    const cached = await cold.cache.current(SETTINGS, clients, () => packed);
    expect(reads).toContain(mapName("rule", 4, 5));
    expect(cached?.catalogue.find("Support")).toMatchObject({ schedule: { timeZone: "Europe/Warsaw" } });
  });

  it.each([3, SHARDS])(
    "[FN16] an invalid item without an earlier value takes the packed one, with %i shards",
    async (shards) => {
      if (shards !== SHARDS) {
        world = new PublishWorld(shards);
        world.now += 60_000;
      }
      world.put("schedule", "support-1", { name: "Support", timeZone: 7 });
      const packed = itemFrom(
        "schedule",
        "support-1",
        "snapshot",
        schedule({ rules: ["day-1"] }),
        () => undefined,
      );
      const cold = new Instance(world);
      const clients = () => world.sync.client(async () => undefined);
      const cached = await cold.cache.current(SETTINGS, clients, (ref) =>
        ref === refOf(packed) ? packed : undefined,
      );
      expect(cached?.catalogue.find("Support")).toMatchObject({
        schedule: { timeZone: "Europe/Warsaw" },
        outdated: true,
      });
    },
  );

  it("[FN67] with debug traces on, logs the reason of each read; with traces off, formats no text", async () => {
    const write = jest.spyOn(console, "log").mockImplementation(() => undefined);
    await instance.current();
    expect(write).not.toHaveBeenCalled();
    setLogLevel("debug");
    try {
      await close("support-1", "Support");
      world.now += SETTINGS.freshness + 1;
      await instance.current();
      instance.failing = new SyncFailure("busy", "Sync answered 429", 429);
      world.now += SETTINGS.freshness + 1;
      await instance.current();
    } finally {
      setLogLevel("info");
    }
    const lines = write.mock.calls.map(([line]) => String(line));
    write.mockRestore();
    expect(lines).toEqual([
      "debug catalogue: generation 0 is cached, 1 is published: catching up",
      expect.stringMatching(/^debug catalogue: generation 1 is cached, as of 2026-/),
      expect.stringMatching(
        /^debug catalogue: could not be read \(SyncFailure: Sync answered 429\): failure 1/,
      ),
    ]);
  });

  it("[FN16] an invalid change feed is replaced by another one", async () => {
    await instance.current();
    for (const index of [2, 3]) world.sync.putDocument(changesName(index), { generation: "many" });
    world.now += SETTINGS.freshness + 1;
    expect(await instance.current()).toMatchObject({ stale: true });
    for (let index = 0; index < 4; index += 1) {
      world.now += LAST_PAUSE;
      await instance.current();
    }
    expect(await instance.current()).toMatchObject({ stale: false });
  });

  it.each([
    ["in entries", 0, 40, 1],
    ["in batches", 70, 400, 13],
  ])(
    "[FN17] no publish is half visible at any of its steps, cold or warm: %s",
    async (_, more, steps, stride) => {
      const views = new Set<string>();
      for (let step = 0; step < steps; step += stride) {
        const w = new PublishWorld(SHARDS);
        w.put("rule", "day-1", rule({ name: "old" }));
        w.put("schedule", "a-1", schedule({ name: "A", group: "old" }));
        w.put("schedule", "b-1", schedule({ name: "B", group: "old", rules: ["day-1"] }));
        const warm = new Instance(w);
        await warm.current();
        w.now += SETTINGS.freshness + 1;
        const request = {
          id: "publish-a",
          changes: [
            await w.change("schedule", "a-1", schedule({ name: "A", group: "new" })),
            await w.change("schedule", "b-1", schedule({ name: "B", group: "new" })),
            await w.change("rule", "day-1", null),
            ...(await Promise.all(
              Array.from({ length: more }, (_none, index) => w.change("rule", `more-${index}`, rule())),
            )),
          ],
        };
        const { before, after, reached } = dying(step, "after");
        await w.publish(request, { client: w.sync.client(before, after) }).catch(() => undefined);
        if (!reached()) break;
        const view = async (one: Instance) => {
          const catalogue = (await one.current())?.catalogue;
          const groups = ["A", "B"].map((name) => {
            const found = catalogue?.find(name) ?? null;
            return found !== null && "schedule" in found ? found.schedule.group : "?";
          });
          return [...groups, catalogue?.items.has("r:day-1") === true ? "rule" : "no rule"].join(" ");
        };
        for (const one of [warm, new Instance(w)]) {
          const seen = await view(one);
          expect(["old old rule", "new new no rule"]).toContain(seen);
          views.add(seen);
        }
      }
      expect(views.size).toBe(2);
    },
  );

  it("[FN17] reads items again that publishes change during a full read", async () => {
    let published = 0;
    instance.before = async ({ op, name }) => {
      if (op !== "listItems" || name !== "rules-0-of-8" || published > 0) return;
      published += 1;
      await close("support-1", "Support");
      await close("sales-1", "Sales");
    };
    expect(await instance.says("Support")).toBe("manual");
    expect(await instance.says("Sales")).toBe("manual");
  });

  it("[FN18] of two schedules with one name always the same one answers, and a name precedes an alias", async () => {
    world.put("schedule", "zz-1", schedule({ name: "Support", manualClose: true }));
    world.put("schedule", "aa-1", schedule({ name: "Other", manualClose: true, aliases: ["Sales"] }));
    expect(await instance.says("Support")).toBe("open");
    expect(await instance.says("Sales")).toBe("open");
    expect(await instance.says("Shop")).toBe("open");
  });

  it("[FN18] names are compared in one Unicode form; case and spaces count", async () => {
    world.put("schedule", "cafe-1", schedule({ name: "Caf\u00e9 東京" }));
    expect(await instance.says("Cafe\u0301 東京")).toBe("closed");
    expect(await instance.says("caf\u00e9 東京")).toBeNull();
    expect(await instance.says("Caf\u00e9 東京 ")).toBeNull();
    expect(await instance.says("__proto__")).toBeNull();
    expect(await instance.says("constructor")).toBeNull();
  });
});
