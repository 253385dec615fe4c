import type { Rolldown } from "vite";

type Chunk = Pick<Rolldown.OutputChunk, "imports" | "dynamicImports">;

/**
 * The module that several chunks share, by the chunk whose script brings it for the others: the one that is always
 * loaded before them. Each of the others would bring a copy with its own React contexts. A module without an owner is
 * copied.
 * @param inMain the files in the main script
 * @param onDemand the files that are loaded on demand
 */
export function ownersOf(
  chunks: ReadonlyMap<string, Chunk>,
  inMain: ReadonlySet<string>,
  onDemand: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const isShared = (file: string): boolean => chunks.has(file) && !inMain.has(file) && !onDemand.has(file);
  const users = new Map<string, Set<string>>();
  for (const chunk of onDemand) {
    const reached = new Set(chunks.get(chunk)?.imports.filter(isShared));
    // Iterating a Set visits elements added during the loop.
    for (const file of reached) {
      chunks
        .get(file)
        ?.imports.filter(isShared)
        .forEach((other) => reached.add(other));
      users.set(file, (users.get(file) ?? new Set()).add(chunk));
    }
  }
  /** Whether a chunk is always loaded before another: everything that loads the other contains it, or follows it. */
  const precedes = (first: string, later: string, asked: readonly string[] = [later]): boolean => {
    const loaders = [...chunks].filter(([, { dynamicImports }]) => dynamicImports.includes(later));
    return loaders.every(([file]) =>
      [...(users.get(file) ?? [file])].every(
        (loader) =>
          loader === first ||
          asked.includes(loader) ||
          (onDemand.has(loader) && precedes(first, loader, [...asked, loader])),
      ),
    );
  };
  const owners = new Map<string, string>();
  for (const [file, all] of users) {
    const owner = [...all].find((one) => [...all].every((other) => other === one || precedes(one, other)));
    if (owner !== undefined) owners.set(file, owner);
  }
  return owners;
}
