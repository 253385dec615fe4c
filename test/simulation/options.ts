export interface Options {
  readonly seed: number;
  readonly admins: number;
  readonly publishes: number;
  readonly json: boolean;
}

export const HELP = `npm run --silent simulate -- publishes [options]

Several admins publish random changes at random moments against the stand-in, while requests to Sync fail, sockets
drop and functions are killed. Afterwards the command checks that no acknowledged change was lost and that no publish
was half done. Exit code 1: a check failed.

  --seed N        chooses edits, moments and faults; random by default, and printed
  --admins N      admins at once (default 6)
  --publishes N   publishes in all (default 60)
  --json          prints only the result, as JSON
  --help          prints this
`;

const DEFAULTS = { admins: 6, publishes: 60 };

/** The parsed options; null: print the help. Throws on an invalid option. */
export function optionsFrom(args: readonly string[], randomSeed: () => number): Options | null {
  if (args.includes("--help") || args.includes("-h") || args.length === 0) return null;
  const [subject, ...rest] = args;
  if (subject !== "publishes")
    throw new Error(`Can't simulate "${String(subject)}": the only subject is publishes.`);
  const numbers = new Map<string, number>();
  let json = false;
  for (let index = 0; index < rest.length; index += 1) {
    const name = rest[index] ?? "";
    if (name === "--json") {
      json = true;
      continue;
    }
    if (!["--seed", "--admins", "--publishes"].includes(name)) throw new Error(`"${name}" is not an option.`);
    index += 1;
    const value = rest[index] ?? "";
    const least = name === "--seed" ? 0 : 1;
    if (!/^\d{1,10}$/.test(value) || Number(value) < least) throw new Error(`${name} needs a whole number.`);
    numbers.set(name, Number(value));
  }
  return {
    seed: numbers.get("--seed") ?? randomSeed(),
    admins: numbers.get("--admins") ?? DEFAULTS.admins,
    publishes: numbers.get("--publishes") ?? DEFAULTS.publishes,
    json,
  };
}
