import { syncTime } from "@schedule-manager/plugin/locks/sync-time";

describe("Sync's time", () => {
  it("[LK4] the time advances from the latest known moment and never goes back", () => {
    let passed = 5000;
    const time = syncTime(() => passed);
    time.receive(1_000_000);
    expect(time.now()).toBe(1_000_000);
    passed += 400;
    expect(time.now()).toBe(1_000_400);
    // A late moment, such as one from a map's page.
    time.receive(900_000);
    expect(time.now()).toBe(1_000_400);
    time.receive(1_000_900);
    passed += 100;
    expect(time.now()).toBe(1_001_000);
  });
});
