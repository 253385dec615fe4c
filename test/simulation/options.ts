export interface Options {
  readonly seed: number;
  readonly admins: number;
  readonly publishes: number;
  readonly json: boolean;
}

export const HELP = `npm run --silent simulate -- publishes [options]

Admins publish random changes at random moments against the stand-in, while requests to Sync fail, sockets are
dropped and functions are killed. Then it is checked that no acknowledged change was lost and that no publish was
done by half. Ends with 1 if one was.

  --seed N        chooses edits, moments and faults; a random one by default, and printed
  --admins N      admins at once (default 6)
  --publishes N   publishes in all (default 60)
  --json          prints the result as JSON and nothing else
  --help          prints this
`;

const DEFAULTS = { admins: 6, publishes: 60 };

/** What was asked for; null: the help. Throws with what is wrong with it. */
export function optionsFrom(args: readonly string[], randomSeed: () => number): Options | null {
  if (args.includes("--help") || args.includes("-h") || args.length === 0) return null;
  const [subject, ...rest] = args;
  if (subject !== "publishes") throw new Error(`There is nothing to simulate named "${String(subject)}".`);
  const numbers = new Map<string, number>();
  let json = false;
  for (let index = 0; index < rest.length; index += 1) {
    const name = rest[index] ?? "";
    if (name === "--json") {
      json = true;
      continue;
    }
    if (!["--seed", "--admins", "--publishes"].includes(name)) throw new Error(`"${name}" is no option.`);
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
