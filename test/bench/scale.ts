import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openCentre } from "./scale/centre";
import { fanOut } from "./scale/fan-out";
import { RULES, SCHEDULES, SHARDS } from "./scale/fleet";
import { login, pause, reconnect, reload } from "./scale/storms";

export const title =
  "agents logging in, reconnecting and reloading all at once, against Sync's documented limits (--agents 7000 --minutes 10)";

/** Agents that log in each second when 7,000 do within 10 minutes: fewer take as much less time, at the same rate. */
const PER_SECOND = 7000 / 600;
const SUBSCRIBERS = 1000;
/** ms until every browser has kept what it holds. */
const KEPT = 12_000;

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      agents: { type: "string", default: "1200" },
      minutes: { type: "string" },
      sample: { type: "string", default: "10" },
      publishes: { type: "string", default: "50" },
    },
  });
  const all = Number(values.agents);
  const sampled = Math.min(Number(values.sample), all);
  const minutes = values.minutes === undefined ? all / PER_SECOND / 60 : Number(values.minutes);
  const publishes = Number(values.publishes);
  const told = <T>(result: T): T => {
    process.stderr.write(`  ${JSON.stringify(result)}\n`);
    return result;
  };
  const say = (text: string): void => void process.stderr.write(`${text} …\n`);

  say("Filling Sync");
  const centre = await openCentre(all - sampled, sampled);
  try {
    say(`${all} agents log in within ${minutes.toFixed(1)} minutes`);
    const loggedIn = told(await login(centre, minutes * 60_000));
    say("One change to all of them");
    const everybody = told(await fanOut(centre, Math.min(publishes, 20)));
    await pause(KEPT);
    say("All lose their sockets");
    const reconnected = told(await reconnect(centre));
    await pause(KEPT);
    say("All reload");
    const reloaded = told(await reload(centre));
    centre.agents.slice(SUBSCRIBERS - sampled).forEach((agent) => agent.close());
    await pause(1000);
    say(`One change to ${Math.min(SUBSCRIBERS, all)}`);
    const thousand = await fanOut(centre, publishes);
    return {
      agents: all,
      withTheRealSdk: sampled,
      schedules: SCHEDULES,
      rules: RULES,
      shards: SHARDS,
      minutes,
      loadOfTheMachine: loadavg()[0],
      login: loggedIn,
      fanOutToAll: everybody,
      reconnect: reconnected,
      reload: reloaded,
      fanOutToThousand: thousand,
    };
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
