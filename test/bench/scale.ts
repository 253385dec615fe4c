import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openCentre } from "./scale/centre";
import { fanOut } from "./scale/fan-out";
import { RULES, SCHEDULES, SHARDS } from "./scale/fleet";
import { login, pause, reconnect, reload } from "./scale/storms";

/** In this order; the login of the agents always runs first. */
const PHASES = ["fanOutToAll", "reconnect", "reload", "fanOutToThousand"] as const;

export const title =
  "agents logging in, reconnecting and reloading all at once, against Sync's documented limits " +
  `(--agents 7000 --minutes 20; --only ${PHASES.join(",")})`;

/**
 * Agents that log in each second: the rate at which the product lets browsers read (plugin/src/sync/jitter.ts). 7,000
 * take twenty minutes.
 */
const PER_SECOND = 6;
const SUBSCRIBERS = 1000;
/** ms until every browser has cached its catalogue. */
const KEPT = 12_000;

type Result = Readonly<Record<string, unknown>>;

function chosenPhases(only: string | undefined): readonly string[] {
  if (only === undefined) return PHASES;
  const wanted = only.split(",");
  const unknown = wanted.filter((phase) => !PHASES.some((known) => known === phase));
  if (unknown.length > 0) throw new Error(`--only accepts ${PHASES.join(", ")}, not ${unknown.join(", ")}`);
  return wanted;
}

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      agents: { type: "string", default: "1200" },
      minutes: { type: "string" },
      sample: { type: "string", default: "10" },
      publishes: { type: "string", default: "50" },
      only: { type: "string" },
    },
  });
  const all = Number(values.agents);
  const sampled = Math.min(Number(values.sample), all);
  const minutes = values.minutes === undefined ? all / PER_SECOND / 60 : Number(values.minutes);
  const publishes = Number(values.publishes);
  const phases = chosenPhases(values.only);

  const reported = async (title: string, phase: () => Promise<Result>): Promise<Result> => {
    process.stderr.write(`${title} …\n`);
    const result = { loadOfTheMachine: loadavg()[0], ...(await phase()) };
    process.stderr.write(`  ${JSON.stringify(result)}\n`);
    return result;
  };

  process.stderr.write("Filling Sync …\n");
  const centre = await openCentre(all - sampled, sampled);
  const results: Record<string, unknown> = {
    agents: all,
    withTheRealSdk: sampled,
    schedules: SCHEDULES,
    rules: RULES,
    shards: SHARDS,
    minutes,
  };
  const steps = {
    fanOutToAll: () => reported("One change to all of them", () => fanOut(centre, Math.min(publishes, 20))),
    reconnect: async () => {
      await pause(KEPT);
      return reported("All lose their sockets", () => reconnect(centre));
    },
    reload: async () => {
      await pause(KEPT);
      return reported("All reload", () => reload(centre));
    },
    fanOutToThousand: async () => {
      centre.agents.slice(SUBSCRIBERS - sampled).forEach((agent) => agent.close());
      await pause(1000);
      return reported(`One change to ${Math.min(SUBSCRIBERS, all)}`, () => fanOut(centre, publishes));
    },
  };
  try {
    results["login"] = await reported(`${all} agents log in within ${minutes.toFixed(1)} minutes`, () =>
      login(centre, minutes * 60_000),
    );
    for (const phase of PHASES) if (phases.includes(phase)) results[phase] = await steps[phase]();
    return results;
  } finally {
    await centre.stop();
  }
}

/** Nested results as indented lines. */
export function print(result: Record<string, unknown>): string[] {
  const lines = (value: unknown, indent: string): string[] =>
    Object.entries(value as Record<string, unknown>).flatMap(([name, one]) =>
      typeof one === "object" && one !== null && !Array.isArray(one)
        ? [`${indent}${name}`, ...lines(one, `${indent}  `)]
        : [`${indent}${name.padEnd(28)}${Array.isArray(one) ? one.join(", ") : String(one)}`],
    );
  return lines(result, "");
}
