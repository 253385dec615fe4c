import { Limits, OBJECT_WINDOW_MS, writeCost } from "../../stand-in/sync/limits";
import { SlidingWindow } from "../../stand-in/sync/sliding-window";

const KIB = 1024;

describe("sliding window", () => {
  it("[SY40] gives back what was used a window ago, and no sooner", () => {
    const window = new SlidingWindow(10_000, 3);
    expect([0, 4_000, 8_000, 9_999].map((at) => window.take(at))).toEqual([true, true, true, false]);
    expect(window.take(10_000)).toBe(true);
    expect(window.take(13_999)).toBe(false);
    expect(window.take(14_000)).toBe(true);
  });

  it("[SY40] a refusal takes nothing", () => {
    const window = new SlidingWindow(1_000, 2);
    window.take(0, 1.5);
    for (let count = 0; count < 5; count += 1) expect(window.take(1, 1)).toBe(false);
    expect(window.take(1, 0.5)).toBe(true);
  });
});

describe("limits", () => {
  let now: number;
  let limits: Limits;
  beforeEach(() => {
    now = 1_000_000;
    limits = new Limits(() => now, true);
  });
  /** How many go through before the first refusal. */
  function count(operation: () => void): number {
    for (let done = 0; ; done += 1) {
      try {
        operation();
      } catch (error) {
        expect(error).toMatchObject({ status: 429, code: 54009 });
        return done;
      }
    }
  }

  it("[SY40] a burst takes ten seconds' worth; after it, twenty a second go on", () => {
    expect(count(() => limits.read("a"))).toBe(200);
    now += OBJECT_WINDOW_MS;
    let done = 0;
    for (let second = 0; second < 30; second += 1) {
      for (let turn = 0; turn < 20; turn += 1) {
        limits.read("a");
        done += 1;
        now += 50;
      }
    }
    expect(done).toBe(600);
  });

  it("[SY40] reads, writes and objects do not touch each other", () => {
    expect(count(() => limits.read("a"))).toBe(200);
    expect(count(() => limits.write("a", 10))).toBe(200);
    expect(count(() => limits.read("b"))).toBe(200);
  });

  it.each([
    [0, 1],
    [KIB, 1],
    [2 * KIB, 2],
    [5 * KIB, 5],
    [10 * KIB, 10],
    [16 * KIB, 10],
  ])("[SY41] a write of %i bytes takes %i", (bytes, cost) => {
    expect(writeCost(bytes)).toBe(cost);
  });

  it("[SY42] new objects and permissions are limited too", () => {
    expect(count(() => limits.create("IS1"))).toBe(200);
    expect(count(() => limits.permission("MP1", "ada"))).toBe(800);
    limits.permission("MP1", "bo");
  });

  it("[SY43] counts what was asked and refused, switched off or on, until it is reset", () => {
    limits.enabled = false;
    for (let turn = 0; turn < 300; turn += 1) limits.read("a");
    limits.enabled = true;
    count(() => limits.write("a", 10 * KIB));
    expect(limits.counters("a")).toEqual({ reads: 300, writes: 20, throttledReads: 0, throttledWrites: 1 });
    limits.resetCounters();
    expect(limits.counters("a")).toEqual({ reads: 0, writes: 0, throttledReads: 0, throttledWrites: 0 });
  });
});
