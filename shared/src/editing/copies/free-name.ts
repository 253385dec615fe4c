import { sameName } from "../../model/names";

/**
 * The first name that nothing else has.
 * @param nameOf makes a name of a number from 1
 * @param taken normalised by `sameName`
 */
export function freeName(nameOf: (n: number) => string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const name = nameOf(n);
    if (!taken.has(sameName(name))) return name;
  }
}
