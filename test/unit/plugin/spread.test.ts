import { backoff } from "@schedule-manager/plugin/sync/backoff";
import {
  busyWait,
  connectWait,
  LONGEST_SHARED_WAIT,
  renewWait,
  REREAD_NOT_BEFORE,
  rereadWait,
  sharedWait,
  tokenWait,
} from "@schedule-manager/plugin/sync/spread";
import { CONNECTION_LIMITS } from "../../stand-in/twilsock/hub";
import { OBJECT_RATE } from "../../stand-in/sync/limits";
import { randoms } from "../../bench/support/measure";

const AGENTS = 7000;
/** The most that comes within any one second, when all begin at once and wait as told. */
function busiest(wait: (random: number) => number): number {
  const random = randoms(7000);
  const seconds = new Map<number, number>();
  for (let agent = 0; agent < AGENTS; agent += 1) {
    const second = Math.floor(wait(random()) / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return Math.max(...seconds.values());
}
const HOUR = 3_600_000;

describe("taking turns", () => {
  it("[SL1] 7,000 browsers that reload at once stay about the connections that Twilio allows a second", () => {
    expect(busiest((random) => connectWait(AGENTS, random))).toBeLessThan(
      CONNECTION_LIMITS.newPerSecond * 1.25,
    );
    expect(connectWait(AGENTS, 0.999)).toBeLessThan(75_000);
  });

  it.each<[string, (random: number) => number]>([
    ["after Sync was too busy", (random) => busyWait(AGENTS, random)],
    ["to be sure, later", (random) => rereadWait(AGENTS, random)],
  ])("[SL2] what they read %s stays below what Sync allows of one map", (_, wait) => {
    const random = randoms(1);
    const windows = new Map<number, number>();
    for (let agent = 0; agent < AGENTS; agent += 1) {
      const window = Math.floor(wait(random()) / 10_000);
      windows.set(window, (windows.get(window) ?? 0) + 1);
    }
    expect(Math.max(...windows.values())).toBeLessThan(OBJECT_RATE * 10);
    expect(wait(0.999)).toBeLessThan(30 * 60_000);
  });

  it("[SL3] tokens that began together are renewed a few a second, long before they end", () => {
    const life = 12 * HOUR;
    expect(busiest((random) => renewWait(life, random))).toBeLessThan(5);
    expect(renewWait(life, 0)).toBeGreaterThanOrEqual(life / 2);
    expect(renewWait(life, 0.999)).toBeLessThan(0.86 * life);
  });

  it("[SL4] where no token can be shared, calls for one stay below five a second on average", () => {
    expect(AGENTS / (tokenWait(AGENTS, 1) / 1000)).toBeLessThan(5);
  });

  it("[SL5] few browsers hardly wait", () => {
    expect(connectWait(20, 0.999)).toBeLessThan(250);
    expect(sharedWait(20, 0.999)).toBeLessThan(10);
    expect(tokenWait(20, 0.999)).toBeLessThan(6000);
    expect(rereadWait(20, 0)).toBe(REREAD_NOT_BEFORE);
    expect(sharedWait(AGENTS, 0.999)).toBeLessThanOrEqual(LONGEST_SHARED_WAIT);
    expect(backoff(1, 0.5)).toBeLessThan(1000);
  });
});
