import type { PublishChange } from "@schedule-manager/shared/api/api";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { RateWindow } from "@schedule-manager/shared/sync/rate-window";
import {
  costOf,
  MAX_CHANGES,
  RATE_WINDOW,
  splitChanges,
  WINDOW_BUDGET,
} from "@schedule-manager/shared/api/write-limits";
import { historyItems } from "@schedule-manager/shared/sync/history-items";
import { itemRef, mapOf, PUBLISHES } from "@schedule-manager/shared/sync/layout";
import { journalOf } from "@schedule-manager/shared/sync/publish-protocol";
import { utf8Length } from "@schedule-manager/shared/sync/utf8-length";
import { Limits, writeCost } from "../../../stand-in/sync/limits";

const added = (count: number, bytes = 0): PublishChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: "rule",
    id: `rule-${index}`,
    base: null,
    value: { name: "x".repeat(bytes), isOpen: true },
  }));

const SHARDS = 8;

const edited = (count: number): PublishChange[] =>
  added(count).map((change) => ({ ...change, base: { revision: "1", value: { name: "a", isOpen: true } } }));

/** Sends publishes one after the other, each write counted as the stand-in counts it. */
function send(changes: readonly PublishChange[]): { readonly waits: number[]; readonly took: number } {
  let now = 0;
  const limits = new Limits(() => now, true);
  const pace = new PublishPace();
  const waits: number[] = [];
  const create = (map: string, data: unknown): void => {
    limits.create("IS1");
    limits.write(map, Buffer.byteLength(JSON.stringify(data)));
    now += 1;
  };
  const lease = { id: "publish-a", generation: 1, by: { identity: "ada" }, since: "2026-03-02T10:00:00Z" };
  for (const part of splitChanges(changes, SHARDS)) {
    const cost = costOf(part, SHARDS);
    const due = pace.waitFor(cost, now);
    if (due > 0) waits.push(due);
    now += due;
    const refs = part.map(({ kind, id }) => itemRef(kind, id));
    for (const data of journalOf(lease, refs)) create(PUBLISHES, data);
    const entries = part.map(({ kind, id, value }) => ({ kind, id, value, baseRevision: null }));
    for (const { map, data } of historyItems(lease, entries).flat()) create(map, data);
    for (const { kind, id, base, value } of part) {
      if (base === null) limits.create("IS1");
      limits.write(mapOf(kind, id, SHARDS), Buffer.byteLength(JSON.stringify(value)));
      now += 1;
    }
    pace.published(cost, now);
  }
  return { waits, took: now };
}

const sizes = (changes: readonly PublishChange[], shards = SHARDS): number[] =>
  splitChanges(changes, shards).map((part) => part.length);

describe("Sync's write limits", () => {
  it("[PB27] a publish of up to 90 changes fits into one window, whatever its items", () => {
    for (const bytes of [0, 4000, 15_000])
      expect(costOf(added(90, bytes), 1).creations).toBeLessThanOrEqual(WINDOW_BUDGET);
  });

  it.each([
    ["small edits, by their number", edited(600), SHARDS, [MAX_CHANGES, MAX_CHANGES, 100]],
    ["small edits in one map, by its write limit", edited(400), 1, [190, 190, 20]],
    ["new items, by the service's limit of creations", added(200), SHARDS, [155, 45]],
    ["large ones, by the write limit of a map", added(40, 12 * 1024), 1, [19, 19, 2]],
    ["none", [], SHARDS, []],
  ])("[PB28] changes are split: %s", (_, changes, shards, expected) => {
    expect(sizes(changes, shards)).toEqual(expected);
    expect(splitChanges(changes, shards).flat()).toEqual(changes);
  });

  it.each([
    ["2,000 edits", edited(2000), 20_000],
    ["2,000 new items", added(2000), 130_000],
    ["60 of 12 KiB", added(60, 12 * 1024), 30_000],
  ])("[PB28] consecutive publishes are never refused: %s", (_, changes, maxMs) => {
    const { waits, took } = send(changes);
    expect(Math.max(0, ...waits)).toBeLessThanOrEqual(RATE_WINDOW);
    expect(took).toBeLessThanOrEqual(maxMs);
  });

  it("[PB28] 500 edits are sent without a wait", () => {
    expect(send(edited(500)).waits).toEqual([]);
  });
});

describe("a rate window", () => {
  it("[PB28] waits until enough of the budget is released", () => {
    const window = new RateWindow(10, 1000);
    expect(window.waitFor(10, 0)).toBe(0);
    window.take(6, 0);
    window.take(4, 300);
    expect([1, 6, 7, 10].map((cost) => window.waitFor(cost, 500))).toEqual([500, 500, 800, 800]);
    expect(window.waitFor(6, 1000)).toBe(0);
    expect(window.waitFor(99, 500)).toBe(800);
    expect(window.waitFor(99, 1300)).toBe(0);
  });

  it("[PB28] ignores entries later than now, after the clock was set back", () => {
    const window = new RateWindow(1, 1000);
    window.take(1, 60_000);
    expect(window.waitFor(1, 0)).toBe(0);
  });
});

describe("the cost of a write", () => {
  it.each([0, 1024, 3000, 10 * 1024, 16 * 1024])(
    "[PB28] %i bytes cost as much as in the stand-in",
    (bytes) => {
      const value = { name: "", isOpen: true };
      const name = "x".repeat(Math.max(0, bytes - JSON.stringify(value).length));
      const change: PublishChange = { kind: "rule", id: "r", base: null, value: { ...value, name } };
      expect(costOf([change], 1).writes.get("rules-0-of-1")).toBeCloseTo(writeCost(bytes), 2);
    },
  );

  it("[PB28] a write is measured in UTF-8", () => {
    for (const text of ["", "abc", "é", "ไทย", "汉", "😀", "a😀é"])
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  });
});
