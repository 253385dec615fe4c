/** The stored intent of a publish that is interrupted, or whose entries a console user spoils. */
import { changedSince } from "@schedule-manager/functions/catalogue/read-changed";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";
import {
  batchGroupOf,
  batchKey,
  batchMapOf,
  HEAD,
  HISTORY_SHARDS,
  historyKey,
  historyMapOf,
  historyName,
  PUBLISHES,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import type { HistoryBatch, HistoryData, PublishData } from "@schedule-manager/shared/sync/layout";
import type { SyncOperation } from "../../../contract/sync-client/memory-sync";
import { PublishWorld, rule } from "../support/publish-world";

const LATER = 16_000;
const ID = "publish-a";
const SPOILT = { console: "a user wrote this" };

/** So many that the journal has two parts, and all in one group, which then has several batches. */
const GROUP = 0;
const MANY = Array.from({ length: 5000 }, (_, index) => `rule-${index}`)
  .filter((id) => batchGroupOf(id) === GROUP)
  .slice(0, 70);
const FEW = ["day-1", "night-1", "rest-1"];
/** Three parts of the journal, and batches in many groups. */
const SPREAD = Array.from({ length: 130 }, (_, index) => `rule-${index}`);

const wanted = (id: string) => rule({ name: `${id} ${"long ".repeat(30)}`.trim() });
const request = async (world: PublishWorld, ids: readonly string[]) => ({
  id: ID,
  changes: await Promise.all(ids.map((id) => world.change("rule", id, wanted(id)))),
});
const applied = async (world: PublishWorld, ids: readonly string[]): Promise<readonly string[]> => {
  const values = await Promise.all(ids.map((id) => world.value("rule", id)));
  return ids.filter((_, index) => values[index] !== null);
};
/** The keys of everything that the publish stored beside the items. */
const stored = (world: PublishWorld): readonly string[] =>
  [PUBLISHES, ...Array.from({ length: HISTORY_SHARDS }, (_, shard) => historyName(shard))]
    .flatMap((map) => Object.keys(world.sync.itemsOf(map)))
    .filter((key) => key.includes(ID));
const other = async (world: PublishWorld) =>
  world.publish({ id: "publish-b", changes: [await world.change("rule", "other-1", rule())] });

/** A process that dies at the first operation that `isLast` accepts. */
function diesAt(world: PublishWorld, isLast: (operation: SyncOperation) => boolean) {
  let isDead = false;
  return world.sync.client((operation) => {
    isDead ||= isLast(operation);
    if (isDead) throw new SyncFailure("unreachable", "this process is dead");
  });
}

/** The writes of `head` so far. */
function headWrites(): (operation: SyncOperation) => number {
  let writes = 0;
  return ({ op, name }) => (writes += op === "updateDocument" && name === HEAD ? 1 : 0);
}

const diesWhileChecking = (world: PublishWorld) => {
  const writes = headWrites();
  return diesAt(world, (operation) => writes(operation) === 2);
};

describe("the removal of an abandoned publish's intent", () => {
  it.each([
    ["a few changes, stored one by one", FEW, FEW.length],
    ["many changes, stored in batches", MANY, 3],
  ])(
    "[PB33] interrupted at any step, it leaves nothing that a repeat takes for its own: %s",
    async (_, ids, least) => {
      let removed = 0;
      for (let isReached = true; isReached; removed += 1) {
        const world = new PublishWorld();
        const writes = headWrites();
        let removals = 0;
        isReached = false;
        const client = world.sync.client((operation) => {
          const isApply = operation.op === "updateDocument" && writes(operation) === 2;
          if (operation.op === "removeItem") isReached ||= (removals += 1) > removed;
          if (isApply || isReached) throw new SyncFailure("unreachable", "no answer");
        });
        await world.publish(await request(world, ids), { client }).catch(() => undefined);
        expect((await world.head()).publish).toBeNull();

        await world.publish({ id: ID, changes: [await world.change("rule", "other-1", rule())] });
        const journal = world.journal() as PublishData[];
        const history = world.history() as HistoryData[];
        expect([removed, journal.flatMap(({ items }) => items)]).toEqual([removed, ["r:other-1"]]);
        expect([removed, history.map(({ id }) => id)]).toEqual([removed, ["other-1"]]);
      }
      expect(removed).toBeGreaterThan(least);
    },
  );
});

describe("a publish with a spoilt entry", () => {
  /** A publisher that dies after a few of its items, and then an entry that is spoilt. */
  async function interrupted(ids: readonly string[], map: string, key: string): Promise<PublishWorld> {
    const world = new PublishWorld();
    let items = 0;
    const client = diesAt(
      world,
      ({ op, name }) => op === "createItem" && name.startsWith("rules-") && (items += 1) > 2,
    );
    await world.publish(await request(world, ids), { client }).catch(() => undefined);
    expect(await applied(world, ids)).toHaveLength(2);
    expect(world.sync.itemsOf(map)).toHaveProperty([key]);
    world.sync.put(map, key, SPOILT);
    world.now += LATER;
    return world;
  }
  const skipped = async (world: PublishWorld) =>
    (await world.head()).recent.find(({ id }) => id === ID)?.skipped ?? [];

  it.each([0, 1, 2])(
    "[PB34] is finished whole when part %i of the journal is invalid, and functions read everything",
    async (part) => {
      const world = await interrupted(SPREAD, PUBLISHES, publishKey(1, ID, part));
      await other(world);
      expect(await applied(world, SPREAD)).toEqual(SPREAD);
      expect(await skipped(world)).toEqual([]);
      expect(changedSince(await world.feed(), 0)).toBeNull();
    },
  );

  it.each([0, 1])("[PB34] loses only the changes of batch %i, which are reported", async (part) => {
    const [map, key] = [batchMapOf(GROUP), batchKey(GROUP, 1, ID, part)];
    const whole = new PublishWorld();
    await whole.publish(await request(whole, MANY));
    const lost = (whole.sync.itemsOf(map)[key] as HistoryBatch).changes.map(({ id }) => id);

    const world = await interrupted(MANY, map, key);
    const early = await applied(world, MANY);
    await other(world);
    const rest = MANY.filter((id) => !lost.includes(id) || early.includes(id));
    expect(rest.length).toBeLessThan(MANY.length);
    expect(await applied(world, MANY)).toEqual(rest);
    expect(await skipped(world)).toEqual(lost.slice(0, 20).map((id) => `r:${id}`));
  });

  it("[PB34] loses only the change of an entry of its own, which is reported", async () => {
    const world = await interrupted(FEW, historyMapOf("rest-1"), historyKey("r:rest-1", 1, ID));
    await other(world);
    expect(await applied(world, FEW)).toEqual(["day-1", "night-1"]);
    expect(await skipped(world)).toEqual(["r:rest-1"]);
  });

  it.each([
    ["the journal's first part", PUBLISHES, publishKey(1, ID, 0)],
    ["a batch", batchMapOf(GROUP), batchKey(GROUP, 1, ID, 0)],
  ])("[PB34] is removed completely when it applied nothing: %s", async (_, map, key) => {
    const world = new PublishWorld();
    const client = diesWhileChecking(world);
    await world.publish(await request(world, MANY), { client }).catch(() => undefined);
    expect((await world.head()).publish).toMatchObject({ phase: "checking" });
    world.sync.put(map, key, SPOILT);
    world.now += LATER;
    await other(world);
    expect(stored(world)).toEqual([]);
    expect(await applied(world, MANY)).toEqual([]);
  });
});
