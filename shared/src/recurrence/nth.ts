/** Whether a list of positions contains an element with this many others before and after it. */
export type Nth = (before: number, after: number) => boolean;

/**
 * @param list 1 is the first, -1 the last; never 0
 */
export function nthOf(list: readonly number[]): Nth {
  const span = Math.max(0, ...list.map(Math.abs));
  const named = new Uint8Array(2 * span + 1);
  for (const nth of list) named[span + nth] = 1;
  return (before, after) => named[span + before + 1] === 1 || named[span - after - 1] === 1;
}
