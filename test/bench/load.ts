import { load, MANY, manySchedules } from "../integration/functions/support/copies";
import { buildInto } from "../integration/functions/support/runtime";
import { EXAMPLE, startWorld } from "../integration/functions/support/world";

export const title =
  "100 checks a second over 30 instances for a minute, under Sync's limits (--seconds N, --latency MS)";

const LOAD = { copies: 30, perSecond: 100 };

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, usual: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual;
  const latency = option("--latency", 30);
  const seconds = option("--seconds", 60);
  const built = await buildInto();
  try {
    const results: Record<string, unknown> = { ...LOAD, seconds, latency };
    for (const [label, configuration, name] of [
      ["hot", EXAMPLE, () => "Example"],
      ["random", manySchedules(), (index: number) => `Schedule ${(index * 7919) % MANY}`],
    ] as const) {
      process.stderr.write(`${label}: ${seconds} s\n`);
      const world = await startWorld(configuration);
      results[label] = await load(built, world, { ...LOAD, seconds, latency, name });
      await world.standIn.stop();
    }
    return results;
  } finally {
    await built.remove();
  }
}

export const print = (result: Record<string, unknown>): string[] =>
  Object.entries(result).map(([name, value]) => `${name.padEnd(10)} ${JSON.stringify(value)}`);
