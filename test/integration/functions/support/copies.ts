/** Many instances of `check-schedule` under load, as at Twilio: each with its own module state. */
import type { Configuration } from "@schedule-manager/shared/model/model";
import { type Clock, machineClock } from "./clock";
import { startInstance } from "./instance";
import type { Built } from "./runtime";
import type { World } from "./world";

export interface LoadOptions {
  readonly copies: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** The schedule of check number `index`. */
  readonly name: (index: number) => string;
  readonly env?: Readonly<Record<string, string>>;
  /** Latency of each answer of Sync in ms. */
  readonly latency?: number;
  /** Also Sync's. Default: this machine's. */
  readonly clock?: Clock;
  /** Called after the first answer of all instances. */
  readonly onWarm?: () => void;
}

export interface LoadResult {
  readonly checks: number;
  /** Not 200, or without a decision. */
  readonly failed: number;
  /** Marked stale; a slow machine causes this as well. */
  readonly stale: number;
  readonly throttled: number;
  readonly reads: number;
  /** Reads of the most frequently read object. */
  readonly mostReads: number;
  /** Milliseconds until all instances, which started together, had answered. */
  readonly coldStart: number;
  /** ms */
  readonly p50: number;
  readonly p99: number;
}

export async function load(built: Built, { standIn }: World, options: LoadOptions): Promise<LoadResult> {
  const { copies, perSecond, seconds, name, env = {}, latency = 0, clock = machineClock, onWarm } = options;
  standIn.faults.add({ match: { transport: "http" }, delayMs: latency });
  const instances = Array.from({ length: copies }, () =>
    startInstance({ folder: built.folder, name: "check-schedule", twilioUrl: standIn.url, env, clock }),
  );
  standIn.sync.limits.resetCounters();
  const pending: Promise<void>[] = [];
  const times: number[] = [];
  let failed = 0;
  let stale = 0;
  const ask = async (index: number): Promise<void> => {
    const answer = await instances[index % copies]?.call({ name: name(index) });
    if (answer === undefined) return;
    const { status, body, headers, ms } = answer;
    times.push(ms);
    if (status !== 200 || "error" in body) failed += 1;
    else if ("X-Schedule-Stale" in headers) stale += 1;
  };
  // All instances start at once, the highest load on Sync.
  const born = clock.now();
  await Promise.all(instances.map((_, index) => ask(index)));
  const begun = clock.now();
  const coldStart = begun - born;
  onWarm?.();
  for (let index = copies; index < perSecond * seconds; index += 1) {
    const wait = begun + ((index - copies) * 1000) / perSecond - clock.now();
    if (wait > 0) await new Promise<void>((done) => void clock.setTimeout(() => done(), wait));
    pending.push(ask(index));
  }
  await Promise.all(pending);
  const counters = Object.values(standIn.countersByName());
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return {
    checks: times.length,
    failed,
    stale,
    throttled: counters.reduce((sum, { throttledReads }) => sum + throttledReads, 0),
    reads: counters.reduce((sum, { reads }) => sum + reads, 0),
    mostReads: Math.max(...counters.map(({ reads }) => reads)),
    coldStart,
    p50: at(0.5),
    p99: at(0.99),
  };
}

export const MANY = 1000;

/** A thousand schedules, with a rule for every ten. */
export function manySchedules(): Configuration {
  const rules = Array.from({ length: MANY / 10 }, (_, index) => ({
    id: `rule-${index}`,
    name: `Rule ${index}`,
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    startTime: "08:00",
    endTime: "17:00",
  }));
  const schedules = Array.from({ length: MANY }, (_, index) => ({
    id: `schedule-${index}`,
    name: `Schedule ${index}`,
    timeZone: "Europe/Warsaw",
    manualClose: false,
    rules: [`rule-${index % rules.length}`],
  }));
  return { rules, schedules };
}
