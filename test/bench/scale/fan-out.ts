import { round } from "../support/measure";
import type { Centre } from "./centre";
import { pause, quantile } from "./storms";

/** ms between publishes: less than Sync allows of one map. */
const BETWEEN = 200;

interface FanOut {
  readonly subscribers: number;
  readonly publishes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  readonly syncCpuMsPerPublish: number;
}

/** Publishes one after the other. @returns when each was written, and how long each subscriber waited for it */
async function publishAll({ sync, seen, agents }: Centre, count: number, first: number) {
  const subscribers = agents.filter((agent) => agent.isLive).length;
  const cpuBefore = (await sync.ask({ do: "state" }, "state")).cpuMs;
  const written: number[] = [];
  const waits: number[] = [];
  for (let number = first; number < first + count; number += 1) {
    seen.events = [];
    const { at } = await sync.ask({ do: "publish", number }, "published");
    written.push(at);
    const limit = Date.now() + 10_000;
    while (seen.events.length < subscribers && Date.now() < limit) await pause(20);
    waits.push(...seen.events.map((came) => came - at));
    await pause(BETWEEN);
  }
  const cpu = (await sync.ask({ do: "state" }, "state")).cpuMs - cpuBefore;
  const result: FanOut = {
    subscribers,
    publishes: count,
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
    worstMs: quantile(waits, 1),
    syncCpuMsPerPublish: round(cpu / count, 1),
  };
  return { result, written };
}

/**
 * One change to every subscriber: what the sockets alone take (raw), and until the words of a badge are another on the
 * screens of the sample with the real SDK.
 */
export async function fanOut(centre: Centre, publishes: number): Promise<Readonly<Record<string, unknown>>> {
  const { seen, sample } = centre;
  seen.raw = true;
  const raw = await publishAll(centre, publishes, 0);
  seen.raw = false;
  await sample.ask({ do: "screens" }, "screens");
  const own = process.cpuUsage();
  const whole = await publishAll(centre, publishes, publishes);
  const spent = process.cpuUsage(own);
  const { changes } = await sample.ask({ do: "screens" }, "screens");
  // Each change of a badge belongs to the last publish before it.
  const screens = changes.map(({ at }) => at - Math.max(...whole.written.filter((written) => written <= at)));
  return {
    raw: raw.result,
    whole: whole.result,
    agentsCpuMsPerPublish: round((spent.user + spent.system) / 1000 / publishes, 1),
    screens: {
      seen: screens.length,
      p50Ms: quantile(screens, 0.5),
      p99Ms: quantile(screens, 0.99),
      worstMs: quantile(screens, 1),
    },
  };
}
