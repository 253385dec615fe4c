import pLimit from "p-limit";

/** Runs `work` on all, at most `limit` at once, and answers in their order. The first failure stops what has not begun. */
export function limitConcurrency<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const limited = pLimit(limit);
  return limited.map(items, async (item, index) => {
    try {
      return await work(item, index);
    } catch (error) {
      // Here, since the limiter begins the next one before its caller hears of a failure.
      limited.clearQueue();
      throw error;
    }
  });
}
