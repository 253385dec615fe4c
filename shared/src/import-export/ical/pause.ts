/**
 * Told how much of a long work is done, from 0 to 1. A browser shows it and draws a frame before the work goes on; no
 * answer lets it go on at once.
 */
export type Pause = (done: number) => Promise<void> | void;

/** Items between two pauses: some milliseconds of work. */
const ITEMS = 200;

/** Does something with each item, and pauses now and then. */
export async function forEachWithPauses<T>(
  items: readonly T[],
  work: (item: T) => void,
  pause: Pause | undefined,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (pause !== undefined && index > 0 && index % ITEMS === 0) await pause(index / items.length);
    work(item);
  }
}
