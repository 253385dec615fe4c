import type { Budget } from "../budget";
import type { RetryPolicy } from "../settings";
import type { SyncCaller } from "./sync-caller";
import { SyncFailure } from "./sync-failure";

export interface RetryTools {
  readonly budget: Budget;
  readonly wait: (ms: number) => Promise<void>;
  /** 0 to 1 */
  readonly random: () => number;
}

export const retryTools = (budget: Budget): RetryTools => ({
  budget,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
});

/** ms before repeat number `attempt` (0 is the first): exponential, with jitter from the minimum up. */
export function backoff(policy: RetryPolicy, attempt: number, random: number): number {
  const top = Math.min(policy.maxBackoff, policy.minBackoff * 2 ** (attempt + 1));
  return policy.minBackoff + random * Math.max(0, top - policy.minBackoff);
}

/** Repeats what may succeed when repeated, as long as the budget allows the wait. */
export async function retry<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  { budget, wait, random }: RetryTools,
): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SyncFailure) || !(error.kind === "busy" || error.kind === "unreachable"))
        throw error;
      const pause = Math.max(error.retryAfter, backoff(policy, repeats, random()));
      if (repeats >= policy.limit || pause >= budget.remaining()) throw error;
      await wait(pause);
    }
  }
}

/**
 * A caller that repeats. Writes too, because all writes of the port are conditional: one that was applied
 * though its answer got lost fails as `moved`, `exists` or `missing` when it is repeated, never twice applied.
 * Whoever gets those reads what is there before concluding anything.
 */
export function retryingCaller(inner: SyncCaller, policy: RetryPolicy, tools: RetryTools): SyncCaller {
  const again = <T>(attempt: () => Promise<T>) => retry(attempt, policy, tools);
  return {
    readDocument: (name) => again(() => inner.readDocument(name)),
    readItem: (map, key) => again(() => inner.readItem(map, key)),
    listItems: (map) => again(() => inner.listItems(map)),
    updateDocument: (name, data, revision) => again(() => inner.updateDocument(name, data, revision)),
    createItem: (map, key, data) => again(() => inner.createItem(map, key, data)),
    updateItem: (map, key, data, revision) => again(() => inner.updateItem(map, key, data, revision)),
    removeItem: (map, key, revision) => again(() => inner.removeItem(map, key, revision)),
  };
}
