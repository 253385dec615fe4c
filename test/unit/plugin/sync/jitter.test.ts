import { readingWait, renewWait } from "@schedule-manager/plugin/sync/jitter";
import { OBJECT_RATE, OBJECT_WINDOW_MS } from "../../../stand-in/sync/limits";
import { CONNECTION_LIMITS } from "../../../stand-in/twilsock/hub";
import { randoms } from "../../../bench/support/measure";

/** Reads per browser for a map that fits on one page: the map and its items. */
const READS_OF_A_MAP = 2;

const AGENTS = 7000;
const HOUR = 3_600_000;
/** Function calls per second that all agents together may cause. */
const TOKENS_PER_SECOND = 10;

/** The most arrivals within any window of this many ms, when all start at once. */
function busiest(window: number, wait: (random: number) => number): number {
  const random = randoms(7000);
  const times = Array.from({ length: AGENTS }, () => wait(random())).sort((a, b) => a - b);
  let first = 0;
  return times.reduce((most, time, last) => {
    while (time - (times[first] ?? 0) >= window) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

describe("jitter", () => {
  it("[SL1, SL2] 7,000 browsers that reload at once stay below Sync's limits for a map and for connections", () => {
    const wait = (random: number): number => readingWait(AGENTS, random);
    const most = busiest(OBJECT_WINDOW_MS, wait) * READS_OF_A_MAP;
    expect(most).toBeLessThan((OBJECT_RATE * OBJECT_WINDOW_MS) / 1000);
    expect(busiest(1000, wait)).toBeLessThan(CONNECTION_LIMITS.newPerSecond);
    expect(wait(0.999)).toBeLessThan(20 * 60_000);
  });

  it("[SL4] their token requests average ten per second", () => {
    expect(AGENTS / (readingWait(AGENTS, 1) / 1000)).toBeLessThanOrEqual(TOKENS_PER_SECOND);
  });

  it("[SL3] renewals of tokens fetched together are spread, long before the tokens end", () => {
    const life = 12 * HOUR;
    expect(busiest(1000, (random) => renewWait(life, random))).toBeLessThan(TOKENS_PER_SECOND);
    expect(renewWait(life, 0)).toBeGreaterThanOrEqual(life / 2);
    expect(renewWait(life, 0.999)).toBeLessThan(0.86 * life);
  });

  it.each([
    [0, 0, 6_000],
    [0.5, 100_000, 8_100],
    [1, 200_000, 10_200],
  ])("[PL31] the random number %d waits %d ms to read and %d ms to renew", (random, reading, renewal) => {
    expect(readingWait(1200, random)).toBe(reading);
    expect(renewWait(12_000, random)).toBe(renewal);
  });

  it("[SL5] a few browsers wait a few seconds", () => {
    expect(readingWait(20, 0.999)).toBeLessThan(4000);
  });
});
