const without = (list: readonly string[], other: readonly string[]): string[] => {
  const others = new Set(other);
  return list.filter((id) => !others.has(id));
};
const within = (list: readonly string[], kept: ReadonlySet<string>): string[] =>
  list.filter((id) => kept.has(id));
const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** The order of what everybody keeps: that of the side that changed it; null: both did, differently. */
function commonOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] | null {
  if (equal(base, theirs) || equal(theirs, mine)) return mine;
  return equal(base, mine) ? theirs : null;
}

/** Puts what a side added behind the nearest item before it that is there, or first. */
function insert(into: string[], side: readonly string[], added: ReadonlySet<string>): void {
  let after = -1;
  for (const id of side) {
    const there = into.indexOf(id);
    if (there >= 0) {
      after = there;
    } else if (added.has(id)) {
      after += 1;
      into.splice(after, 0, id);
    }
  }
}

/**
 * Merges two edits of one list of ids: what either side removed goes, what either side added comes, where that
 * side put it (at the same place: theirs, then mine). Ids stand in a list once.
 * @returns null when both sides put what they kept into different orders
 */
export function mergeList(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): readonly string[] | null {
  const [b, t, m] = [base, theirs, mine].map((list) => [...new Set(list)]) as [string[], string[], string[]];
  const kept = new Set(b.filter((id) => t.includes(id) && m.includes(id)));
  const order = commonOrder(within(b, kept), within(t, kept), within(m, kept));
  if (order === null) return null;
  const merged = [...order];
  insert(merged, m, new Set(without(m, b)));
  insert(merged, t, new Set(without(t, b)));
  return merged;
}
