/** A time limit that starts when it is created. Callers ask for the remaining time and never store it. */
export interface Budget {
  /** ms; 0 when it is used up. */
  remaining(): number;
}

/**
 * @param ms the limit
 * @param clock ms since the epoch
 */
export function budgetOf(ms: number, clock: () => number = Date.now): Budget {
  const end = clock() + ms;
  return { remaining: () => Math.max(0, end - clock()) };
}
