/**
 * Receives the progress of long work, from 0 to 1. The work waits for the returned promise, in which a browser draws a
 * frame; without one it continues at once.
 */
export type Pause = (done: number) => Promise<void> | void;

/** Items between two pauses, which take some milliseconds. */
const ITEMS = 200;

/** Processes each item, with regular pauses. */
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
