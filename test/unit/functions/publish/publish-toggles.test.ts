import type { PublishChange } from "@schedule-manager/shared/api/api";
import { PublishWorld, rule, schedule, SHARDS } from "../support/publish-world";

/** Up to this many manual closes, only their schedules are read. */
const FEW = 8;
/** ms of a call of Sync. */
const ROUND_TRIP = 100;

let world: PublishWorld;
let reads: string[];
beforeEach(() => {
  world = new PublishWorld();
  world.put("rule", "day-1", rule());
  world.put("schedule", "support-1", schedule({ rules: ["day-1", "gone-1"] }));
  world.put("schedule", "sales-1", schedule({ name: "Sales", queues: ["VIP"] }));
  reads = [];
});

const closed = schedule({ rules: ["day-1", "gone-1"], manualClose: true });
const publish = (...changes: PublishChange[]) =>
  world.publish(
    { id: world.id(), changes },
    {
      client: world.sync.client(({ op, name }) => {
        if (op === "listItems" && /^(schedule|rule)s-/.test(name)) reads.push(name);
      }),
    },
  );

describe("a publish of manual closes", () => {
  it("[PB19] reads only the closed schedules", async () => {
    const change = await world.change("schedule", "support-1", closed);
    expect(await publish(change)).toMatchObject({ version: "1", items: [{ value: closed }] });
    expect(reads).toEqual([]);
    expect(await world.value("schedule", "support-1")).toEqual(closed);
    // Changes already in effect count as done.
    expect(await publish(change)).toMatchObject({ version: "1", items: [{ value: closed }] });
    expect(reads).toEqual([]);
  });

  it("[PB35] five closes wait ten times for Sync", async () => {
    const ids = [1, 2, 3, 4, 5].map((n) => `line-${n}`);
    for (const id of ids) world.put("schedule", id, schedule({ name: id }));
    const changes = await Promise.all(
      ids.map((id) => world.change("schedule", id, schedule({ name: id, manualClose: true }))),
    );
    jest.useFakeTimers();
    try {
      const began = Date.now();
      const client = world.sync.client(() => new Promise((resolve) => setTimeout(resolve, ROUND_TRIP)));
      const published = world
        .publish({ id: world.id(), changes }, { client })
        .then(({ version }) => ({ version, waits: (Date.now() - began) / ROUND_TRIP }));
      await jest.advanceTimersByTimeAsync(100 * ROUND_TRIP);
      expect(await published).toEqual({ version: "1", waits: 10 });
    } finally {
      jest.useRealTimers();
    }
  });

  it("[MC7] a note is part of a close, so that only the closed schedule is read", async () => {
    const noted = { ...closed, manualNote: "Fire alarm", manualNoteSpoken: true };
    const change = await world.change("schedule", "support-1", noted);
    expect(await publish(change)).toMatchObject({ version: "1", items: [{ value: noted }] });
    expect(reads).toEqual([]);
  });

  it.each<readonly [string, () => Promise<PublishChange[]>]>([
    ["a new schedule", async () => [await world.change("schedule", "new-1", schedule({ name: "New" }))]],
    ["a deletion", async () => [await world.change("schedule", "sales-1", null)]],
    ["a rule", async () => [await world.change("rule", "day-1", rule({ name: "Day" }))]],
    [
      "a close with another queue",
      async () => [await world.change("schedule", "support-1", { ...closed, queues: ["Help"] })],
    ],
    [
      "a close and another change",
      async () => [
        await world.change("schedule", "support-1", closed),
        await world.change("schedule", "sales-1", schedule({ name: "Shop" })),
      ],
    ],
    [
      "a close of what somebody renamed",
      async () => {
        const change = await world.change("schedule", "support-1", closed);
        world.put("schedule", "support-1", schedule({ name: "Help", rules: [] }));
        return [change];
      },
    ],
    [
      "a close of what somebody deleted",
      async () => {
        const change = await world.change("schedule", "support-1", closed);
        world.drop("schedule", "support-1");
        return [change];
      },
    ],
    [
      "a close whose base is not what it says",
      async () => {
        const { base, ...change } = await world.change("schedule", "sales-1", null);
        const value = schedule({ name: "Sales", queues: ["Help"], manualClose: true });
        return [{ ...change, base: { revision: base?.revision ?? "", value }, value }];
      },
    ],
    [
      "very many closes",
      () =>
        Promise.all(
          Array.from({ length: FEW + 1 }, (_, index) => {
            world.put("schedule", `many-${index}`, schedule({ name: `Many ${index}` }));
            return world.change(
              "schedule",
              `many-${index}`,
              schedule({ name: `Many ${index}`, manualClose: true }),
            );
          }),
        ),
    ],
  ])("[PB20] %s is checked against all items", async (_case, changes) => {
    await publish(...(await changes())).catch(() => undefined);
    expect(reads).toHaveLength(2 * SHARDS);
  });

  it("[PB20] a queue of another schedule is refused even under a false base", async () => {
    world.put("schedule", "other-1", schedule({ name: "Other" }));
    const { base, ...change } = await world.change("schedule", "other-1", null);
    const value = schedule({ name: "Other", queues: ["VIP"], manualClose: true });
    const lie = {
      ...change,
      base: { revision: base?.revision ?? "", value: { ...value, manualClose: false } },
      value,
    };
    expect(await world.refusal({ id: "publish-lie", changes: [lie] })).toMatchObject({ status: 400 });
    expect(await world.value("schedule", "other-1")).toEqual(schedule({ name: "Other" }));
  });
});
