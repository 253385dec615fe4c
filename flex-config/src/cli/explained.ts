type Command = (args: string[], now: number) => number | Promise<number>;

/** A command that with `--help` prints its usage on stdout and does nothing else. Its result is the exit code. */
export const explained =
  <C extends Command>(usage: string, command: C): ((args: string[], now: number) => ReturnType<C> | 0) =>
  (args, now) => {
    if (!args.includes("--help")) return command(args, now) as ReturnType<C>;
    process.stdout.write(`${usage}\n`);
    return 0;
  };
