/**
 * Thousands of browsers share what Twilio allows all of them together, and no server tells them when to come: each waits
 * a random time that grows with their number. plugin/README.md has the reasoning in numbers.
 * Limits: https://www.twilio.com/docs/sync/limits
 */

/** Reads of one map a second that all browsers together make: of 20, since random arrivals come in bunches. */
const READS_PER_SECOND = 12;
/** Reads that a browser needs for a map of less than a page: the map, and its items. */
const READS_OF_A_MAP = 2;
/** How many browsers there are when nobody configured it. */
export const DEFAULT_AGENTS = 200;

/**
 * A random wait (ms) after which `agents` browsers that begin at once arrive at `perSecond`.
 * @param random in [0, 1)
 */
const jitter = (agents: number, perSecond: number, random: number): number =>
  Math.round((agents / perSecond) * 1000 * random);

/** ms until a browser that shows its cache fetches a token and reads every map. */
export const readingWait = (agents: number, random: number): number =>
  jitter(agents, READS_PER_SECOND / READS_OF_A_MAP, random);

/**
 * ms until a token is renewed: somewhere in the second half of its life, so that tokens that began together do not
 * end together.
 * @param life ms that it still lives
 */
export const renewWait = (life: number, random: number): number => Math.round(life * (0.5 + 0.35 * random));
