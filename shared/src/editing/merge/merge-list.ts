const without = (list: readonly string[], other: readonly string[]): string[] => {
  const others = new Set(other);
  return list.filter((id) => !others.has(id));
};
const within = (list: readonly string[], kept: ReadonlySet<string>): string[] =>
  list.filter((id) => kept.has(id));
const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** The order of items kept by both sides: from the side that changed it; null: both sides changed it differently. */
function commonOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] | null {
  if (equal(base, theirs) || equal(theirs, mine)) return mine;
  return equal(base, mine) ? theirs : null;
}

/** Inserts a side's additions after the nearest preceding item that is present, or at the start. */
function insert(into: string[], side: readonly string[], added: ReadonlySet<string>): void {
  let after = -1;
  for (const id of side) {
    const present = into.indexOf(id);
    if (present >= 0) {
      after = present;
    } else if (added.has(id)) {
      after += 1;
      into.splice(after, 0, id);
    }
  }
}

/**
 * Merges two edits of a list of ids. Removals by either side apply. Additions keep their position (theirs before
 * mine at the same one). Removes duplicates.
 * @returns null when the sides reordered the kept ids differently
 */
export function mergeList(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] | null {
  const unique = (list: readonly string[]): string[] => [...new Set(list)];
  const [b, t, m] = [unique(base), unique(theirs), unique(mine)];
  const kept = new Set(b.filter((id) => t.includes(id) && m.includes(id)));
  const order = commonOrder(within(b, kept), within(t, kept), within(m, kept));
  if (order === null) return null;
  const merged = [...order];
  insert(merged, m, new Set(without(m, b)));
  insert(merged, t, new Set(without(t, b)));
  return merged;
}
