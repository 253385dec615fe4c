import { load } from "./support/copies";
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

// The whole minute is `npm run bench -- load`; here full re-reads come every 5 s instead.
const LOAD = { copies: 30, perSecond: 100, seconds: 12, env: { REREAD_MS: "5000" } };

describe("checks under load, with Sync's documented limits", () => {
  it("[FN60] a hot schedule, 100 checks a second over 30 instances: no 429 and no failed check", async () => {
    world = await startWorld();
    const result = await load(built, world, { ...LOAD, name: () => "Example" });
    expect(result).toMatchObject({ checks: 1200, failed: 0, throttled: 0 });
    // 30 instances, a pulse each 3 s (4 of them, so a quarter each on average), not a read a check.
    expect(result.mostReads).toBeLessThan(30 * 8);
  });
});
