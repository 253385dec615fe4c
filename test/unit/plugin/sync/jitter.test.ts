import { readingWait, renewWait } from "@schedule-manager/plugin/sync/jitter";
import { OBJECT_RATE, OBJECT_WINDOW_MS } from "../../../stand-in/sync/limits";
import { CONNECTION_LIMITS } from "../../../stand-in/twilsock/hub";
import { randoms } from "../../../bench/support/measure";

/** Reads that a browser needs for a map of less than a page: the map, and its items. */
const READS_OF_A_MAP = 2;

const AGENTS = 7000;
const HOUR = 3_600_000;
/** Calls of a function that all agents together may cause a second. */
const TOKENS_PER_SECOND = 10;

/** The most that come within any window of so many ms, when all begin at once and wait as told. */
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
  it("[SL1, SL2] keeps 7,000 browsers that reload at once below what Sync allows of a map and of connections", () => {
    const wait = (random: number): number => readingWait(AGENTS, random);
    const most = busiest(OBJECT_WINDOW_MS, wait) * READS_OF_A_MAP;
    expect(most).toBeLessThan((OBJECT_RATE * OBJECT_WINDOW_MS) / 1000);
    expect(busiest(1000, wait)).toBeLessThan(CONNECTION_LIMITS.newPerSecond);
    expect(wait(0.999)).toBeLessThan(20 * 60_000);
  });

  it("[SL4] keeps their calls for a token at ten a second on average", () => {
    expect(AGENTS / (readingWait(AGENTS, 1) / 1000)).toBeLessThanOrEqual(TOKENS_PER_SECOND);
  });

  it("[SL3] spreads renewals of tokens that began together, long before they end", () => {
    const life = 12 * HOUR;
    expect(busiest(1000, (random) => renewWait(life, random))).toBeLessThan(TOKENS_PER_SECOND);
    expect(renewWait(life, 0)).toBeGreaterThanOrEqual(life / 2);
    expect(renewWait(life, 0.999)).toBeLessThan(0.86 * life);
  });

  it("[SL5] lets few browsers wait a few seconds", () => {
    expect(readingWait(20, 0.999)).toBeLessThan(4000);
  });
});
