import pLimit from "p-limit";

/** Runs `work` for every item, at most `width` at once, in order of the list. The first failure stops what has not begun. */
export async function limitConcurrency<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const limited = pLimit(width);
  await limited.map(items, async (item) => {
    try {
      await work(item);
    } catch (error) {
      // Here, since the limiter begins the next one before its caller hears of a failure.
      limited.clearQueue();
      throw error;
    }
  });
}
