import { endQuietly } from "./quiet-pipe";
import { UsageError } from "./read-config";

/**
 * Runs a command as the process's main function: its result is the exit code; usage errors are printed on stderr
 * with exit code 2.
 */
export function run(command: (args: string[], now: number) => number | Promise<number>): void {
  endQuietly();
  const work = async (): Promise<number> => command(process.argv.slice(2), Date.now());
  work().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // parseArgs throws a TypeError with its own code for unknown options.
      const isUsage =
        error instanceof UsageError ||
        (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
      if (!isUsage) throw error;
      const hint = error instanceof UsageError ? "" : "Run the command with --help for its options.\n";
      process.stderr.write(`${error.message}\n${hint}`);
      process.exitCode = 2;
    },
  );
}
