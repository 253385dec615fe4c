import pLimit from "p-limit";

/**
 * Concurrent writes of a publish. More than the reads of an instance, because one publisher writes at a time, and it
 * has seconds for hundreds of writes.
 */
export const WRITE_CONCURRENCY = 16;

/**
 * Runs `work` on all items, at most `limit` at once, and returns results in order. The first failure cancels
 * work that has not started.
 */
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
      // Cleared here, because the limiter starts the next item before its caller receives the failure.
      limited.clearQueue();
      throw error;
    }
  });
}
