/** How long something may take, from the moment it was made. Time left is asked, never stored. */
export interface Budget {
  /** ms; 0 when it is used up. */
  remaining(): number;
}

/** @param ms how long @param clock ms since the epoch */
export function budgetOf(ms: number, clock: () => number = Date.now): Budget {
  const end = clock() + ms;
  return { remaining: () => Math.max(0, end - clock()) };
}
