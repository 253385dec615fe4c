import { round } from "../support/measure";
import type { Centre } from "./centre";

type Result = Readonly<Record<string, unknown>>;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN, 1);
};
const spreadOf = (values: readonly number[]) => ({
  medianMs: quantile(values, 0.5),
  p99Ms: quantile(values, 0.99),
  worstMs: quantile(values, 1),
});

/** What was asked of Sync, how busy it was, and who was refused, since the last time this was asked. */
async function taken({ sync, seen }: Centre): Promise<Result> {
  const { counters, connections, memoryMb } = await sync.ask({ do: "reset" }, "state");
  const all = Object.entries(counters);
  const sum = (of: (counter: (typeof all)[number][1]) => number): number =>
    all.reduce((total, [, counter]) => total + of(counter), 0);
  const maps = all.filter(([name]) => /^(schedule|rule)s-/.test(name)).map(([, { reads }]) => reads);
  const result = {
    connections,
    readsPerMap: maps.length === 0 ? 0 : round(maps.reduce((a, b) => a + b, 0) / maps.length, 1),
    mostReadsOfAMap: Math.max(0, ...maps),
    readsOfLock: counters["lock"]?.reads ?? 0,
    readsOfSharedToken: counters["schedule-manager-reader"]?.reads ?? 0,
    throttledReads: sum(({ throttledReads }) => throttledReads),
    throttledWrites: sum(({ throttledWrites }) => throttledWrites),
    refusedConnections: seen.refusedConnections,
    errorsShown: seen.errors.length,
    ...(seen.errors.length > 0 ? { errors: [...new Set(seen.errors)] } : {}),
    syncMemoryMb: Math.round(memoryMb),
  };
  seen.refusedConnections = 0;
  seen.errors = [];
  return result;
}

/** All log in within a while and open the dialog once, each at a moment of its own. */
export async function login(centre: Centre, overMs: number): Promise<Result> {
  const { agents, sample, tokens } = centre;
  const sampled = sample.ask({ do: "login", overMs }, "statuses");
  const shown = await Promise.all(
    agents.map(async (agent) => {
      await pause(overMs * Math.random());
      return agent.open().shown;
    }),
  );
  const real = await sampled;
  return {
    untilStatus: spreadOf(shown),
    untilStatusRealSdk: spreadOf(real.ms),
    memoryPerRealClientMb: round(real.heapMb, 1),
    errorsRealSdk: real.errors,
    tokenCalls: tokens.count(),
    failedTokenCalls: tokens.failed(),
    mostTokenCallsPerSecond: tokens.mostPerSecond(),
    ...(await taken(centre)),
  };
}

/** Every socket breaks at once. */
export async function reconnect(centre: Centre): Promise<Result> {
  const { agents, sync, tokens, sample } = centre;
  const before = tokens.count();
  const begun = performance.now();
  const { dropped } = await sync.ask({ do: "drop" }, "dropped");
  const back: number[] = [];
  const waiting = new Set(agents);
  while (waiting.size > 0) {
    await pause(100);
    for (const agent of waiting) {
      if (!agent.isLive) continue;
      waiting.delete(agent);
      back.push(performance.now() - begun);
    }
  }
  let real = await sample.ask({ do: "live" }, "live");
  while (real.count * agents.length === 0 && agents.length > 0)
    real = await sample.ask({ do: "live" }, "live");
  return {
    dropped,
    untilLive: spreadOf(back),
    liveRealSdk: real.count,
    tokenCalls: tokens.count() - before,
    ...(await taken(centre)),
  };
}

/** Every browser reloads at once. */
export async function reload(centre: Centre): Promise<Result> {
  const { agents, sample, tokens } = centre;
  const before = tokens.count();
  for (const agent of agents) agent.close();
  await taken(centre);
  const sampled = sample.ask({ do: "reload" }, "reloaded");
  const opened = agents.map((agent) => agent.open());
  const shown = await Promise.all(opened.map((one) => one.shown));
  const live = await Promise.all(opened.map((one) => one.live));
  const real = await sampled;
  return {
    untilShownAsOf: spreadOf(shown),
    untilLive: spreadOf(live),
    untilShownAsOfRealSdk: spreadOf(real.shown),
    untilLiveRealSdk: spreadOf(real.live),
    tokenCalls: tokens.count() - before,
    ...(await taken(centre)),
  };
}
