/** `npm run bench -- NAME [--json] [options]` runs `test/bench/NAME.ts`; without a name it lists the benches. */
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

/** The exports of a bench. */
export interface Bench {
  /** One line for the list. */
  readonly title: string;
  /** Measures. With `--json` the output is the result only; progress goes to stderr. */
  run(args: readonly string[]): Promise<Record<string, unknown>>;
  /** The result as text lines. */
  print(result: Record<string, unknown>): string[];
}

const names = readdirSync(__dirname)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.slice(0, -".ts".length))
  .sort();

const load = async (name: string): Promise<Bench> =>
  (await import(pathToFileURL(join(__dirname, `${name}.ts`)).href)) as Bench;

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const asksWhich = name === undefined || name === "--help";
  if (asksWhich || !names.includes(name)) {
    process.stdout.write("npm run bench -- NAME [--json]\n");
    for (const each of names) process.stdout.write(`  ${each.padEnd(12)}${(await load(each)).title}\n`);
    process.exitCode = asksWhich ? 0 : 2;
    return;
  }
  const bench = await load(name);
  const result = await bench.run(rest.filter((arg) => arg !== "--json"));
  const lines = rest.includes("--json") ? [JSON.stringify(result)] : bench.print(result);
  process.stdout.write(`${lines.join("\n")}\n`);
}

void main(process.argv.slice(2));
