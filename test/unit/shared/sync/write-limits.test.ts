import type { PublishChange } from "@schedule-manager/shared/api/api";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { RateWindow } from "@schedule-manager/shared/sync/rate-window";
import { costOf, MAX_CHANGES, RATE_WINDOW, splitChanges } from "@schedule-manager/shared/api/write-limits";
import { Limits, writeCost } from "../../../stand-in/sync/limits";

const added = (count: number, bytes = 0): PublishChange[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: "rule",
    id: `rule-${index}`,
    base: null,
    value: { name: "x".repeat(bytes), isOpen: true },
  }));

/** Sends publishes one after the other, all counted for one service and one map of the stand-in. */
function send(changes: readonly PublishChange[]): { readonly waits: number[]; readonly took: number } {
  let now = 0;
  const limits = new Limits(() => now, true);
  const pace = new PublishPace();
  const waits: number[] = [];
  for (const part of splitChanges(changes)) {
    const due = pace.waitFor(part, now);
    if (due > 0) waits.push(due);
    now += due;
    for (const { base, value } of part) {
      for (let made = base === null ? 2 : 1; made > 0; made -= 1) limits.create("IS1");
      for (const map of ["history", "items"]) limits.write(map, JSON.stringify(value).length);
      now += 3;
    }
    pace.published(part, now);
  }
  return { waits, took: now };
}

describe("Sync's write limits", () => {
  it("[PB27] a publish of the maximum size, all new, fits into one window", () => {
    expect(costOf(added(MAX_CHANGES)).creations).toBe(182);
    expect(new PublishPace().waitFor(added(MAX_CHANGES), 0)).toBe(0);
  });

  it.each([
    ["small ones, by their number", added(200), [90, 90, 20]],
    ["large ones, by what a map takes of them", added(40, 12 * 1024), [19, 19, 2]],
    ["none", [], []],
  ])("[PB28] changes are split: %s", (_, changes, sizes) => {
    const parts = splitChanges(changes);
    expect(parts.map((part) => part.length)).toEqual(sizes);
    expect(parts.flat()).toEqual(changes);
  });

  it.each([
    ["200 in one map", added(200), 2],
    ["2,000", added(2000), 22],
    ["60 of 12 KiB in one map", added(60, 12 * 1024), 3],
  ])("[PB28] consecutive publishes are never refused: %s", (_, changes, pauses) => {
    const { waits } = send(changes);
    expect(waits).toHaveLength(pauses);
    expect(Math.max(...waits)).toBeLessThanOrEqual(RATE_WINDOW);
  });

  it("[PB28] a change of an existing item creates only its history: two publishes of the maximum size fit into a window", () => {
    const base = { revision: "1", value: { name: "a", isOpen: true } };
    const { waits } = send(added(MAX_CHANGES * 2).map((change) => ({ ...change, base })));
    expect(waits).toEqual([]);
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
      const size = Math.max(0, bytes - JSON.stringify(value).length - 400);
      const change: PublishChange = {
        kind: "rule",
        id: "r",
        base: null,
        value: { ...value, name: "x".repeat(size) },
      };
      expect(costOf([change]).writes).toBeCloseTo(writeCost(bytes), 2);
    },
  );
});
