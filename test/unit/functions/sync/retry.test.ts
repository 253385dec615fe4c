import { budgetOf } from "@schedule-manager/functions/budget";
import { settingsFrom } from "@schedule-manager/functions/settings";
import { retry } from "@schedule-manager/functions/sync/retry";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";

const POLICY = { limit: 3, minBackoff: 100, maxBackoff: 1000 };

async function tries(
  failure: SyncFailure,
  budget: number,
  { limit = POLICY.limit, random = 0.5 } = {},
): Promise<{ attempts: number; waits: number[] }> {
  let now = 0;
  let attempts = 0;
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const attempt = async () => {
    attempts += 1;
    throw failure;
  };
  const tools = { budget: budgetOf(budget, () => now), wait, random: () => random };
  await retry(attempt, { ...POLICY, limit }, tools).catch(() => undefined);
  return { attempts, waits };
}

describe("retries to Twilio", () => {
  it.each([
    [0, [100, 100, 100, 100, 100]],
    [0.5, [150, 250, 450, 550, 550]],
    [1, [200, 400, 800, 1000, 1000]],
  ])("[FN4] waits grow with jitter %d, between minimum and maximum", async (random, waits) => {
    const failure = new SyncFailure("busy", "429", 429);
    expect((await tries(failure, 60_000, { limit: 5, random })).waits).toEqual(waits);
  });

  it("[FN4] transient failures are retried up to the limit", async () => {
    expect(await tries(new SyncFailure("busy", "429", 429), 60_000)).toEqual({
      attempts: 4,
      waits: [150, 250, 450],
    });
    expect((await tries(new SyncFailure("unreachable", "500", 500), 60_000)).attempts).toBe(4);
    for (const kind of ["moved", "exists", "missing", "refused"] as const) {
      expect((await tries(new SyncFailure(kind, kind), 60_000)).attempts).toBe(1);
    }
  });

  it("[FN4] waits never exceed the budget, and respect Retry-After", async () => {
    expect((await tries(new SyncFailure("busy", "429", 429), 200)).waits).toEqual([150]);
    expect((await tries(new SyncFailure("busy", "429", 429, 54009, 700), 1000)).waits).toEqual([700]);
  });

  it("[FN4] Twilio's own keys configure retries, and invalid values count as absent", () => {
    const keys = (limit: string, min: string, max: string) =>
      settingsFrom({
        TWILIO_SERVICE_RETRY_LIMIT: limit,
        TWILIO_SERVICE_MIN_BACKOFF: min,
        TWILIO_SERVICE_MAX_BACKOFF: max,
      }).retry;
    expect(keys("2", "50", "400")).toEqual({ limit: 2, minBackoff: 50, maxBackoff: 400 });
    expect(keys("many", "", "-1")).toEqual({ limit: 5, minBackoff: 100, maxBackoff: 3000 });
  });
});
