/** ms before the first new attempt; each further one waits twice as long, up to the longest. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * How long to wait before an attempt, in ms: with jitter, so that thousands of browsers do not come at once.
 * @param failures how many attempts failed in a row, 1 or more
 * @param random in [0, 1)
 */
export function backoff(failures: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 16));
  return Math.round(wait * (0.5 + random / 2));
}
