import { MANY, load, manySchedules } from "./support/copies";
import { TurnClock } from "./support/clock";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(180_000);

let built: Built;
let world: World;
/** Thirty instances share this machine's processors, while each has its own at Twilio. */
let clock: TurnClock;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
beforeEach(() => {
  clock = new TurnClock(1);
});
afterEach(async () => {
  clock.stop();
  await world.standIn.stop();
});

// The whole minute is `npm run bench -- load`; here each map is revalidated every 10 s instead of every minute.
const LOAD = {
  copies: 30,
  perSecond: 100,
  seconds: 8,
  env: { REREAD_MS: "10000" },
  latency: 30,
};
const CHECKS = LOAD.perSecond * LOAD.seconds;

describe("checks under load, with Sync's documented limits", () => {
  it("[FN60] a hot schedule, 100 checks a second over 30 instances: no 429 and no failed check", async () => {
    world = await startWorld(undefined, true, clock);
    const result = await load(built, world, { ...LOAD, clock, name: () => "Example" });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
    // 30 instances and a change feed each 3 s (4 of them, so a quarter each on average), not a read for each
    // check.
    expect(result.mostReads).toBeLessThan(30 * 8);
  });

  it("[FN61] a thousand schedules at random, after 30 instances started at once: the same", async () => {
    world = await startWorld(manySchedules(), true, clock);
    const result = await load(built, world, {
      ...LOAD,
      clock,
      name: (index) => `Schedule ${(index * 7919) % MANY}`,
    });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
  });

  it("[FN62] a slow revalidation delays no other caller", async () => {
    world = await startWorld(undefined, true, clock);
    const result = await load(built, world, {
      ...LOAD,
      clock,
      name: () => "Example",
      // Maps answer long after the freshness bound, so anything that blocks a refresh makes answers stale.
      onWarm: () => world.standIn.faults.add({ match: { transport: "http", path: "/Maps/" }, delayMs: 3500 }),
    });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
  });
});
