import { round } from "../support/measure";
import type { Centre } from "./centre";
import { quantile, spreadOf } from "./quantile";

type Result = Readonly<Record<string, unknown>>;
/** ms between two checks whether an agent is live. */
const LOOK = 250;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Requests to Sync, its processor time, and refusals since the last call. */
async function taken({ sync, crowd }: Centre): Promise<Result> {
  const { counters, connections, memoryMb } = await sync.request({ type: "reset" }, "state");
  const all = Object.entries(counters);
  const sum = (of: (counter: (typeof all)[number][1]) => number): number =>
    all.reduce((total, [, counter]) => total + of(counter), 0);
  const maps = all.filter(([name]) => /^(schedule|rule)s-/.test(name)).map(([, { reads }]) => reads);
  const result = {
    connections,
    readsPerMap: maps.length === 0 ? 0 : round(maps.reduce((a, b) => a + b, 0) / maps.length, 1),
    mostReadsOfAMap: Math.max(0, ...maps),
    readsOfLayout: counters["layout"]?.reads ?? 0,
    throttledReads: sum(({ throttledReads }) => throttledReads),
    throttledWrites: sum(({ throttledWrites }) => throttledWrites),
    refusedConnections: crowd.refusedConnections,
    errorsShown: crowd.errors.length,
    ...(crowd.errors.length > 0 ? { errors: [...new Set(crowd.errors)] } : {}),
    syncMemoryMb: Math.round(memoryMb),
  };
  crowd.refusedConnections = 0;
  crowd.errors = [];
  return result;
}

/** The errors that browsers with the real SDK have shown so far. */
async function errorsOf({ browsers }: Centre): Promise<number> {
  const states = await Promise.all(browsers.map((browser) => browser.request({ type: "state" }, "state")));
  return states.reduce((sum, { errors }) => sum + errors, 0);
}

/** All agents log in within the given time and open the dialog once, each at a random moment. */
export async function login(centre: Centre, overMs: number): Promise<Result> {
  const { agents, browsers, tokens } = centre;
  const sampled = Promise.all(
    browsers.map(async (browser, index) => {
      await pause((overMs * index) / browsers.length);
      return browser.request({ type: "login" }, "status");
    }),
  );
  const shown = await Promise.all(
    agents.map(async (agent) => {
      await pause(overMs * Math.random());
      return agent.open().shown;
    }),
  );
  const real = await sampled;
  return {
    untilStatus: spreadOf(shown),
    untilStatusRealSdk: spreadOf(real.map(({ ms }) => ms)),
    memoryPerRealClientMb: quantile(
      real.map(({ heapMb }) => heapMb),
      0.5,
    ),
    errorsRealSdk: await errorsOf(centre),
    tokenCalls: tokens.count(),
    failedTokenCalls: tokens.failed(),
    mostTokenCallsPerSecond: tokens.mostPerSecond(),
    ...(await taken(centre)),
  };
}

/** ms from now, after a lost socket, until an agent is live again. */
async function untilLive(isLive: () => boolean | Promise<boolean>): Promise<number> {
  const begun = performance.now();
  do await pause(LOOK);
  while (!(await isLive()));
  return performance.now() - begun;
}

/** Every socket breaks at once. */
export async function reconnect(centre: Centre): Promise<Result> {
  const { agents, browsers, sync, tokens } = centre;
  const before = tokens.count();
  const errorsBefore = await errorsOf(centre);
  const { dropped } = await sync.request({ type: "drop" }, "dropped");
  const real = Promise.all(
    browsers.map((browser) =>
      untilLive(async () => (await browser.request({ type: "state" }, "state")).isLive),
    ),
  );
  const back = await Promise.all(agents.map((agent) => untilLive(() => agent.isLive)));
  return {
    dropped,
    untilLive: spreadOf(back),
    untilLiveRealSdk: spreadOf(await real),
    errorsRealSdk: (await errorsOf(centre)) - errorsBefore,
    tokenCalls: tokens.count() - before,
    ...(await taken(centre)),
  };
}

/** Every browser reloads at once. */
export async function reload(centre: Centre): Promise<Result> {
  const { agents, browsers, tokens } = centre;
  const before = tokens.count();
  const errorsBefore = await errorsOf(centre);
  for (const agent of agents) agent.close();
  await taken(centre);
  const sampled = Promise.all(browsers.map((browser) => browser.request({ type: "reload" }, "reloaded")));
  const opened = agents.map((agent) => agent.open());
  const shown = await Promise.all(opened.map((one) => one.shown));
  const live = await Promise.all(opened.map((one) => one.live));
  const real = await sampled;
  return {
    untilShownAsOf: spreadOf(shown),
    untilLive: spreadOf(live),
    untilShownAsOfRealSdk: spreadOf(real.map((one) => one.shown)),
    untilLiveRealSdk: spreadOf(real.map((one) => one.live)),
    errorsRealSdk: (await errorsOf(centre)) - errorsBefore,
    tokenCalls: tokens.count() - before,
    ...(await taken(centre)),
  };
}
