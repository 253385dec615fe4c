import { UsageError } from "./read-config";

/**
 * Runs a command at the edge of the process: what it returns is the exit code; what the caller did wrong is said
 * on stderr and ends with 2.
 */
export function run(command: (args: string[], now: number) => number | Promise<number>): void {
  const work = async (): Promise<number> => command(process.argv.slice(2), Date.now());
  work().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // parseArgs throws a TypeError with a code of its own for options it does not know.
      const isUsage =
        error instanceof UsageError ||
        (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
      if (!isUsage) throw error;
      const hint = error instanceof UsageError ? "" : "Without any options it tells which there are.\n";
      process.stderr.write(`${error.message}\n${hint}`);
      process.exitCode = 2;
    },
  );
}
