/** Whether a list of positions contains an element with this many others before and after it. */
export type Nth = (before: number, after: number) => boolean;

/**
 * @param list 1 is the first, -1 the last; never 0
 */
export function nthOf(list: readonly number[]): Nth {
  const named = new Set(list);
  return (before, after) => named.has(before + 1) || named.has(-after - 1);
}
