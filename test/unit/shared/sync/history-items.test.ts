import { historyItems } from "@schedule-manager/shared/sync/history-items";
import {
  type HistoryBatch,
  type HistoryChange,
  historyMapOf,
  isKey,
  MAX_ITEM_BYTES,
} from "@schedule-manager/shared/sync/layout";
import { parseHistoryBatch, parseHistoryData } from "@schedule-manager/shared/sync/layout-schema";

const lease = { id: "publish-a", generation: 7, by: { identity: "ada" }, since: "2026-03-02T10:00:00Z" };
const changes = (count: number, bytes = 0): HistoryChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: "rule",
    id: `rule-${index}`,
    baseRevision: index % 2 === 0 ? null : "3",
    value: index % 5 === 0 ? null : { name: "é".repeat(bytes / 2), isOpen: true },
  }));

describe("the history of a publish", () => {
  it("[PB30] 60 changes are one item each", () => {
    const items = historyItems(lease, changes(60)).flat();
    expect(items.map(({ data }) => parseHistoryData(data)?.id)).toEqual(changes(60).map(({ id }) => id));
  });

  it.each([
    ["small ones", 61, 0, 32],
    ["many", 600, 400, 64],
    ["large ones", 61, 9000, 61],
  ])("[PB30] more changes are stored in batches, each once: %s", (_, count, bytes, most) => {
    const wanted = changes(count, bytes);
    const items = historyItems(lease, wanted).flat();
    expect(items.length).toBeLessThanOrEqual(most);
    const stored = items.flatMap(({ map, key, data }) => {
      const batch = parseHistoryBatch(data);
      expect([isKey(key), batch?.generation, batch?.publish]).toEqual([true, 7, "publish-a"]);
      for (const { id } of batch?.changes ?? []) expect(historyMapOf(id)).toBe(map);
      expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(MAX_ITEM_BYTES);
      return batch?.changes ?? [];
    });
    expect(new Set(stored)).toEqual(new Set(wanted));
    expect(stored).toHaveLength(count);
  });

  it("[PB30] the batches of a group say their number, in order", () => {
    for (const group of historyItems(lease, changes(600, 400)))
      expect(group.map(({ data }) => (data as HistoryBatch).part)).toEqual(group.map((_, part) => part));
  });
});
