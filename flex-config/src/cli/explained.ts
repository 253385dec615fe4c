type Answer = number | Promise<number>;

/** Adds `--help`, which prints the usage on stdout and does nothing else. The result is the exit code. */
export const explained =
  <More extends readonly unknown[], A extends Answer>(
    usage: string,
    command: (args: string[], ...more: More) => A,
  ): ((args: string[], ...more: More) => A | 0) =>
  (args, ...more) => {
    if (!args.includes("--help")) return command(args, ...more);
    process.stdout.write(`${usage}\n`);
    return 0;
  };
