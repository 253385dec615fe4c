/**
 * Random waits that keep thousands of browsers below Twilio's shared rate limits without coordination. Waits grow
 * with the number of browsers; plugin/README.md explains the figures. Limits: https://www.twilio.com/docs/sync/limits
 */

/** Reads of one map per second by all browsers. Sync allows 20; random arrivals cluster. */
const READS_PER_SECOND = 12;
/** Reads per browser for a map that fits on one page: the map and its items. */
const READS_OF_A_MAP = 2;
/** The number of browsers when none is configured. */
export const DEFAULT_AGENTS = 200;

/**
 * A random wait (ms) after which `agents` browsers that start together arrive at `perSecond`.
 * @param random in [0, 1)
 */
const jitter = (agents: number, perSecond: number, random: number): number =>
  Math.round((agents / perSecond) * 1000 * random);

/** ms until a browser that shows its cache fetches a token and reads every map. */
export const readingWait = (agents: number, random: number): number =>
  jitter(agents, READS_PER_SECOND / READS_OF_A_MAP, random);

/**
 * ms until a token is renewed, between 50 % and 85 % of its lifetime, so that tokens fetched together do not expire
 * together.
 * @param life the remaining lifetime in ms
 */
export const renewWait = (life: number, random: number): number => Math.round(life * (0.5 + 0.35 * random));
