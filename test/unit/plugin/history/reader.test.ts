import { openHistory } from "@schedule-manager/plugin/history/reader";
import type { ConnectionTask } from "@schedule-manager/plugin/sync/connection-task";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import {
  batchGroupOf,
  batchKey,
  batchMapOf,
  type HistoryBatch,
  type HistoryData,
  historyKey,
  HISTORY_SHARDS,
  historyMapOf,
  historyName,
  itemRef,
  type CatalogueHead,
  type PublishData,
  PUBLISHES,
  publishKey,
} from "@schedule-manager/shared/sync/layout";
import { MemorySync } from "../../../contract/plugin-sync/memory-sync";
import { BO, entry, journal } from "../../shared/history/entries";
import { EXAMPLE, WEEKDAYS } from "../items";

/** Publishes per page. */
const JOURNAL_PAGE = 25;
/** Changes of an item per page. */
const STEPS_PAGE = 20;

const SHARDS = 2;
const day = (n: number): string => new Date(Date.UTC(2026, 0, n, 9)).toISOString();
const session = { token: "t", serviceSid: "IS0", ttl: 1, right: "edit", identity: "ada", now: 0 } as const;
const control: Parameters<ConnectionTask>[2] = {
  fail: () => undefined,
  busy: () => undefined,
  isConnected: () => true,
};

/** A Sync service with a history, and its reader. */
function scene() {
  const sync = new MemorySync();
  for (let shard = 0; shard < HISTORY_SHARDS; shard += 1) sync.createMap(historyName(shard));
  sync.createMap(PUBLISHES);
  let lock: CatalogueHead = { generation: 0, shards: SHARDS, publish: null, recent: [] };
  const history = openHistory(() => lock);
  const connection = sync.connect("t", {
    state: () => undefined,
    tokenEnding: () => undefined,
    tokenEnded: () => undefined,
  });
  const detach = history.task(connection, { ...session, shards: SHARDS }, control);

  const put = (data: HistoryData): void => {
    sync.put(
      historyMapOf(data.id),
      historyKey(itemRef(data.kind, data.id), data.generation, data.publish),
      data,
    );
  };
  const putBatch = ({ publish, generation, by, at, ...change }: HistoryData, of = change.id): void => {
    const group = batchGroupOf(of);
    const data: HistoryBatch = { publish, generation, by, at, part: 0, parts: 1, changes: [change] };
    sync.put(batchMapOf(group), batchKey(group, generation, publish, 0), data);
  };
  const note = (data: PublishData): void => {
    sync.put(PUBLISHES, publishKey(data.generation, data.publish, data.part), data);
  };
  return {
    ...history,
    sync,
    detach,
    put,
    note,
    /** Publishes one change. */
    publish: (item: Rule | Schedule | string, more: Partial<HistoryData> = {}): void => {
      const generation = lock.generation + 1;
      const data = entry(generation, day(generation), item, more);
      put(data);
      const { publish, by, at, kind, id } = data;
      note(journal(generation, at, { publish, by, items: [itemRef(kind, id)] }));
      lock = { ...lock, generation };
    },
    putBatch,
    /** Publishes changes in batches. @param group an item of the group in which they are stored */
    publishBatch: (items: readonly (Rule | Schedule)[], group?: string): void => {
      const generation = lock.generation + 1;
      const at = day(generation);
      for (const item of items) putBatch(entry(generation, at, item, { by: BO }), group);
      const refs = items.map((item) => itemRef("timeZone" in item ? "schedule" : "rule", item.id));
      note(journal(generation, at, { by: BO, items: refs, batched: true }));
      lock = { ...lock, generation };
    },
    finished: (generation: number): void => {
      lock = { ...lock, generation };
    },
  };
}

const generations = (items: readonly { readonly generation: number }[]): number[] =>
  items.map(({ generation }) => generation);

describe("the reader of the history", () => {
  it("[HV2] publishes are read newest first, page by page, each with all its parts", async () => {
    const { reader, publish, note, finished } = scene();
    for (let n = 1; n < 40; n += 1) publish({ ...EXAMPLE, name: `Example ${n}` });
    // One publish has more parts than fit on a page.
    const parts = JOURNAL_PAGE + 5;
    for (let part = 0; part < parts; part += 1)
      note(journal(40, day(40), { part, parts, items: [itemRef("rule", `r${part}`)] }));
    finished(40);

    const first = await reader.journal(null);
    expect(generations(first.items)[0]).toBe(40);
    expect(first.items[0]?.items).toHaveLength(parts);
    const seen = generations(first.items);
    for (let page = first; page.more;) {
      page = await reader.journal(page.next);
      seen.push(...generations(page.items));
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => 40 - index));
  });

  it("[HV3] an item's changes are read newest first, each with the version before", async () => {
    const { reader, publish } = scene();
    publish({ ...EXAMPLE, id: "another-000001" });
    const count = STEPS_PAGE + 5;
    for (let n = 0; n < count; n += 1) {
      publish({ ...EXAMPLE, name: `Example ${n}` }, n === 0 ? { baseRevision: null } : {});
      publish({ ...WEEKDAYS, name: `Weekdays ${n}` });
    }
    const first = await reader.steps(itemRef("schedule", EXAMPLE.id), null);
    expect([first.items.length, first.more]).toEqual([STEPS_PAGE, true]);
    const second = await reader.steps(itemRef("schedule", EXAMPLE.id), first.next);
    expect([second.items.length, second.more]).toEqual([5, false]);
    const told = [...first.items, ...second.items].map(({ entry: { value }, before }) => [
      before?.name,
      value?.name,
    ]);
    expect(told).toEqual(
      Array.from({ length: count }, (_, index) => {
        const n = count - 1 - index;
        return [n === 0 ? undefined : `Example ${n - 1}`, `Example ${n}`];
      }),
    );
    expect(second.items.at(-1)?.before).toBeNull();
  });

  it("[HV3] a rule and a schedule with the same id have separate histories", async () => {
    const { reader, publish } = scene();
    publish({ ...WEEKDAYS, id: "same-000001" }, { baseRevision: null });
    publish({ ...EXAMPLE, id: "same-000001" }, { baseRevision: null });
    const of = async (kind: "rule" | "schedule") =>
      (await reader.steps(itemRef(kind, "same-000001"), null)).items.map(({ entry }) => entry.value?.name);
    expect([await of("rule"), await of("schedule")]).toEqual([["Weekdays"], ["Example"]]);
    expect(await reader.lastName("rule", "same-000001")).toBe("Weekdays");
  });

  it("[HV4] entries of abandoned and unfinished publishes are omitted", async () => {
    const { reader, publish, put, note } = scene();
    publish(EXAMPLE, { baseRevision: null });
    // Under the generation that the next publish used, which did not change this item.
    put(entry(2, day(1), { ...EXAMPLE, name: "Given up" }, { publish: "given-up" }));
    note(journal(2, day(1), { publish: "given-up", items: [itemRef("schedule", EXAMPLE.id)] }));
    publish(WEEKDAYS);
    publish({ ...EXAMPLE, name: "Second" });
    put(entry(4, day(4), { ...EXAMPLE, name: "Under way" }));
    note(journal(4, day(4), { items: [itemRef("schedule", EXAMPLE.id)] }));

    const { items } = await reader.steps(itemRef("schedule", EXAMPLE.id), null);
    expect(items.map(({ entry: { value } }) => value?.name)).toEqual(["Second", "Example"]);
    expect(items[0]?.before).toMatchObject({ name: "Example" });
    expect(generations((await reader.journal(null)).items)).toEqual([3, 2, 1]);
    expect(await reader.step(itemRef("schedule", EXAMPLE.id), 2)).toBeNull();
  });

  it("[HV14] an item's changes in batches come between those of its own entries, page by page", async () => {
    const { reader, publish, publishBatch, sync } = scene();
    publish({ ...EXAMPLE, name: "Example 0" }, { baseRevision: null });
    const count = 2 * STEPS_PAGE + 3;
    for (let n = 1; n < count; n += 1) {
      if (n % 3 === 0) publish({ ...EXAMPLE, name: `Example ${n}` });
      else
        publishBatch([
          { ...WEEKDAYS, name: `Weekdays ${n}` },
          { ...EXAMPLE, name: `Example ${n}` },
        ]);
      // Of the same group, without the item.
      publishBatch([WEEKDAYS], EXAMPLE.id);
    }
    const names: (string | undefined)[] = [];
    for (let next: number | null = null, more = true; more;) {
      const page = await reader.steps(itemRef("schedule", EXAMPLE.id), next);
      names.push(...page.items.map(({ entry: { value } }) => value?.name));
      ({ next, more } = page);
    }
    expect(names).toEqual(Array.from({ length: count }, (_, n) => `Example ${count - 1 - n}`));
    sync.lists.length = 0;
    await reader.steps(itemRef("schedule", EXAMPLE.id), null);
    expect(sync.lists.filter((name) => name.includes("b:")).length).toBeLessThan(4);
  });

  it("[HV14] a batch of an abandoned publish is omitted, and a change in a batch can be read by itself", async () => {
    const { reader, publish, publishBatch, putBatch, note } = scene();
    publish(EXAMPLE, { baseRevision: null });
    putBatch(entry(2, day(1), { ...EXAMPLE, name: "Given up" }, { publish: "given-up" }));
    note(journal(2, day(1), { publish: "given-up", items: [itemRef("schedule", EXAMPLE.id)] }));
    publishBatch([{ ...EXAMPLE, name: "Second" }, WEEKDAYS]);
    publish(WEEKDAYS.id);
    const { items } = await reader.steps(itemRef("schedule", EXAMPLE.id), null);
    expect(items.map(({ entry: { value } }) => value?.name)).toEqual(["Second", "Example"]);
    expect(await reader.step(itemRef("schedule", EXAMPLE.id), 2)).toMatchObject({
      entry: { by: BO, value: { name: "Second" } },
      before: { name: "Example" },
    });
    expect(await reader.lastName("rule", WEEKDAYS.id)).toBe("Weekdays");
  });

  it("[HV5] a publish's change to an item, and the names of deleted items, can be read", async () => {
    const { reader, publish, sync } = scene();
    publish(WEEKDAYS, { baseRevision: null });
    publish(WEEKDAYS.id);
    expect(await reader.step(itemRef("rule", WEEKDAYS.id), 2)).toMatchObject({
      entry: { value: null },
      before: { name: "Weekdays" },
    });
    expect(await reader.lastName("rule", WEEKDAYS.id)).toBe("Weekdays");
    expect(await reader.lastName("rule", "never-000001")).toBeNull();
    const before = sync.lists.length;
    await reader.step(itemRef("rule", WEEKDAYS.id), 2);
    await reader.lastName("rule", WEEKDAYS.id);
    expect(sync.lists).toHaveLength(before);
  });

  it("[HV6] a past status is determined by reading no further back than needed", async () => {
    const { reader, publish, sync } = scene();
    publish(WEEKDAYS, { baseRevision: null });
    publish(EXAMPLE, { baseRevision: null });
    for (let n = 0; n < 300; n += 1) publish({ ...EXAMPLE, group: `g${n}` });
    publish({ ...EXAMPLE, manualClose: true }, { by: BO });
    publish({ ...EXAMPLE, manualClose: true, group: "other" });

    // 2026-01-08 was a Thursday.
    expect(await reader.pastStatus(EXAMPLE.id, "2026-01-08T10:00")).toMatchObject({
      type: "decided",
      answer: { decision: { isOpen: true, ruleId: WEEKDAYS.id }, ruleEntry: { generation: 1 } },
      closedBy: null,
      first: null,
    });
    expect(await reader.pastStatus(EXAMPLE.id, "2026-12-30T10:00")).toMatchObject({
      answer: { decision: { closedReason: "manual" }, scheduleEntry: { generation: 304 } },
      closedBy: { entry: { generation: 303, by: BO }, known: true },
    });
    expect(await reader.pastStatus(EXAMPLE.id, "2025-12-30T10:00")).toMatchObject({
      type: "absent",
      first: { generation: 2 },
    });
    sync.lists.length = 0;
    await reader.pastStatus(EXAMPLE.id, "2026-10-20T10:00");
    expect(sync.lists.filter((name) => name.includes(EXAMPLE.id))).toHaveLength(1);
  });

  it("[HV7] reading fails without a connection, and works again with the next one", async () => {
    const { reader, publish, detach, task, sync } = scene();
    publish(EXAMPLE, { baseRevision: null });
    detach();
    await expect(reader.journal(null)).rejects.toMatchObject({ name: "SyncProblem", status: 0 });
    await expect(reader.step(itemRef("schedule", EXAMPLE.id), 1)).rejects.toMatchObject({ status: 0 });
    const nothing = { state: () => undefined, tokenEnding: () => undefined, tokenEnded: () => undefined };
    task(sync.connect("t", nothing), { ...session, shards: SHARDS }, control);
    expect(await reader.step(itemRef("schedule", EXAMPLE.id), 1)).toMatchObject({ before: null });
  });
});
