/** Whether two lists contain the same objects in the same order. */
export const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((item, index) => item === b[index]));

/** Returns a function that keeps its previous list while the items are the same, so dependent selectors do not run. */
export function keepSameItems<Args extends readonly unknown[], T>(
  make: (...args: Args) => readonly T[],
): (...args: Args) => readonly T[] {
  let previous: readonly T[] = [];
  return (...args) => {
    const next = make(...args);
    if (!sameItems(previous, next)) previous = next;
    return previous;
  };
}
