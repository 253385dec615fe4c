import { MANY, load, manySchedules } from "./support/copies";
import { slowNow } from "./support/instance";
import { buildInto } from "./support/runtime";
import type { Built } from "./support/runtime";
import { startWorld } from "./support/world";
import type { World } from "./support/world";

jest.setTimeout(180_000);

let built: Built;
let world: World;
beforeAll(async () => {
  built = await buildInto();
});
afterAll(() => built?.remove());
afterEach(() => world.standIn.stop());

// Thirty instances share this machine's processors, which at Twilio have one each: a clock that goes slower for all,
// Sync too, leaves to the product what it decides.
const SLOWER = 6;
const now = (): number => slowNow(SLOWER);

// The whole minute is `npm run bench -- load`; here each map is read again every 10 s instead of every minute.
const LOAD = {
  copies: 30,
  perSecond: 100,
  seconds: 8,
  env: { REREAD_MS: "10000" },
  latency: 30,
  slower: SLOWER,
};
const CHECKS = LOAD.perSecond * LOAD.seconds;

describe("checks under load, with Sync's documented limits", () => {
  it("[FN60] a hot schedule, 100 checks a second over 30 instances: no 429 and no failed check", async () => {
    world = await startWorld(undefined, true, now);
    const result = await load(built, world, { ...LOAD, name: () => "Example" });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
    // 30 instances, a change feed each 3 s (4 of them, so a quarter each on average), not a read a check.
    expect(result.mostReads).toBeLessThan(30 * 8);
  });

  it("[FN61] a thousand schedules at random, after 30 instances were born at once: the same", async () => {
    world = await startWorld(manySchedules(), true, now);
    const result = await load(built, world, {
      ...LOAD,
      name: (index) => `Schedule ${(index * 7919) % MANY}`,
    });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
  });

  it("[FN62] what a re-read of the console's edits has to wait for, nobody else does", async () => {
    world = await startWorld(undefined, true, now);
    const result = await load(built, world, {
      ...LOAD,
      name: () => "Example",
      // Maps answer after the freshness bound is long over: what holds a refresh up makes answers stale.
      onWarm: () =>
        world.standIn.faults.add({ match: { transport: "http", path: "/Maps/" }, delayMs: 3500 * SLOWER }),
    });
    expect(result).toMatchObject({ checks: CHECKS, failed: 0, stale: 0, throttled: 0 });
  });
});
