/** `npm run --silent simulate -- publishes`: see `--help`. */
import { HELP, optionsFrom } from "./options";
import type { Options } from "./options";
import { isGood, simulate } from "./simulate";
import type { Result } from "./simulate";

function lines(result: Result): string[] {
  const { details, answers, ...numbers } = result;
  const bad = [
    ...details.lost.map((what) => `lost: ${what}`),
    ...details.halfApplied.map((what) => `half applied: ${what}`),
    ...details.unexplained.map((what) => `unexplained: ${what}`),
  ];
  return [
    ...Object.entries(numbers).map(([name, value]) => `${name.padEnd(20)}${value}`),
    ...Object.entries(answers).map(([code, times]) => `  answered ${code.padEnd(24)}${times}`),
    ...bad,
  ];
}

async function main(args: readonly string[]): Promise<number> {
  let options: Options | null;
  try {
    options = optionsFrom(args, () => Math.floor(Math.random() * 1e9));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!options.json) process.stdout.write(`seed ${options.seed}\n`);
  const result = await simulate(options);
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${lines(result).join("\n")}\n`);
  return isGood(result) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  // `twilio-sync` keeps timers after its shutdown.
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
