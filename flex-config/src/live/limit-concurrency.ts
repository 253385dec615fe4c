import pLimit from "p-limit";

/**
 * Runs `work` for every item in order, at most `width` at once. The first failure cancels work that has not
 * started.
 */
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
      // Cleared here, because the limiter starts the next item before its caller receives the failure.
      limited.clearQueue();
      throw error;
    }
  });
}
