import { syncTime } from "@schedule-manager/plugin/locks/sync-time";

describe("Sync's time", () => {
  it("[LK4] goes on from the latest moment that was heard, and never back", () => {
    let passed = 5000;
    const time = syncTime(() => passed);
    time.hear(1_000_000);
    expect(time.now()).toBe(1_000_000);
    passed += 400;
    expect(time.now()).toBe(1_000_400);
    // Old news, as of a map that is read.
    time.hear(900_000);
    expect(time.now()).toBe(1_000_400);
    time.hear(1_000_900);
    passed += 100;
    expect(time.now()).toBe(1_001_000);
  });
});
