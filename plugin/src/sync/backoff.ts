/** ms before the first retry; the wait doubles each time, up to `LONGEST_WAIT`. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * ms before an attempt, with jitter, so that thousands of browsers do not retry together.
 * @param failures consecutive failures, 1 or more
 * @param random in [0, 1)
 */
export function backoff(failures: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 16));
  return Math.round(wait * (0.5 + random / 2));
}

/** ms before a read is repeated that the SDK has repeated in vain: its own waits have grown to half a minute by then. */
export const busyWait = (random: number): number => backoff(Infinity, random);
