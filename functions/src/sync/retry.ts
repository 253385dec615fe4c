import type { Budget } from "../budget";
import type { RetryPolicy } from "../settings";
import { trace } from "../trace";
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

/** Milliseconds before retry number `attempt` (from 0): exponential backoff with jitter above the minimum. */
function backoff(policy: RetryPolicy, attempt: number, random: number): number {
  const top = Math.min(policy.maxBackoff, policy.minBackoff * 2 ** (attempt + 1));
  return policy.minBackoff + random * Math.max(0, top - policy.minBackoff);
}

/** Retries transient failures while the budget allows the wait. */
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
      const isOver = repeats >= policy.limit || pause >= budget.remaining();
      trace(
        "sync",
        () => `${error.message}: ${isOver ? "no more retries" : `retry in ${Math.round(pause)} ms`}`,
      );
      if (isOver) throw error;
      await wait(pause);
    }
  }
}
