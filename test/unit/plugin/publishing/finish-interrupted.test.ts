import { finishInterrupted } from "@schedule-manager/plugin/publishing/finish-interrupted";
import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { flexLikeStore } from "../store";
import { LEASE } from "../items";

/** ms until the next request. */
const AGAIN = 60_000;
/** ms without an event of a publish after which it has probably died. Functions treat it as dead after 15 s. */
const UNTOUCHED_FOR = 16_000;
/** ms over which open views spread the request; the first one suffices. */
const JITTER = 5000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** @param first the publish in progress at the start; @param takes ms of each call of the functions */
function scene({ first = null as PublishLease | null, takes = 0 } = {}) {
  const store = flexLikeStore();
  let asked = 0;
  const lock = (publish: PublishLease | null) =>
    store.dispatch(headChanged({ generation: 1, shards: 8, publish, recent: [] }));
  if (first !== null) lock(first);
  const stop = finishInterrupted({
    store,
    ask: () => {
      asked += 1;
      return takes === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, takes));
    },
    random: () => 0.5,
  });
  return { lock, stop, asked: () => asked, pass: (ms: number) => jest.advanceTimersByTimeAsync(ms) };
}
const WAIT = UNTOUCHED_FOR + JITTER / 2;

describe("a dead publish", () => {
  it("[PL82] the functions are asked to recover it once, and again a minute later while it remains", async () => {
    const { lock, asked, pass } = scene();
    lock(LEASE);
    await pass(WAIT - 1);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBe(1);
    await pass(AGAIN - 1);
    expect(asked()).toBe(1);
    await pass(1);
    expect(asked()).toBe(2);
    lock(null);
    await pass(10 * AGAIN);
    expect(asked()).toBe(2);
  });

  it("[PL82] a publish that was dead before the view opened is recovered too", async () => {
    const { asked, pass } = scene({ first: LEASE });
    await pass(WAIT - 1);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBe(1);
  });

  it("[PL82] a publish that begins during the call has a wait of its own, and an end during it is the end", async () => {
    const { lock, stop, asked, pass } = scene({ takes: 1000 });
    lock(LEASE);
    await pass(WAIT);
    lock({ ...LEASE, id: "publish-2" });
    await pass(1000 + WAIT - 1001);
    expect(asked()).toBe(1);
    await pass(1);
    expect(asked()).toBe(2);
    stop();
    await pass(10 * AGAIN);
    expect(asked()).toBe(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("[PL82] the functions are not asked while it is alive, after it has finished, or without an open view", async () => {
    const { lock, stop, asked, pass } = scene();
    for (let sign = 0; sign < 5; sign += 1) {
      lock({ ...LEASE, since: `2026-01-01T00:00:0${sign}Z` });
      await pass(WAIT - 1);
    }
    lock(null);
    await pass(10 * AGAIN);
    expect(asked()).toBe(0);
    lock(LEASE);
    stop();
    await pass(10 * AGAIN);
    expect(asked()).toBe(0);
  });
});
