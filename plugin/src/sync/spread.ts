/**
 * How thousands of browsers share what Twilio allows all of them together, without a server to tell them when: each
 * waits a random while that grows with how many they are. plugin/README.md has the reasoning in numbers.
 * Limits: https://www.twilio.com/docs/sync/limits
 */

/** New connections a second that all browsers together may make: of 110, so that others have some. */
export const CONNECTIONS_PER_SECOND = 100;
/** Reads of one map a second: of 20, since logging in goes on meanwhile. */
export const READS_PER_SECOND = 12;
/** Reads of one map a second that nobody waits for. */
export const REREADS_PER_SECOND = 6;
/** Calls for a token a second, where nothing else hands out tokens. */
export const TOKENS_PER_SECOND = 4;
/** How many browsers there are when nobody configured it. */
export const DEFAULT_AGENTS = 200;

/** ms: what was kept for longer than this is not gone on from but read; how long Sync remembers is not documented. */
export const RESUME_WITHIN = 60 * 60_000;
/** ms: what was gone on with is read after all, not before this. */
export const REREAD_NOT_BEFORE = 5 * 60_000;
/** ms that a browser waits at most for another one to fetch the token that all share. */
export const LONGEST_SHARED_WAIT = 2000;
/** How many browsers may wait for each ms of that wait. */
const SHARED_PER_MS = 3.5;

/**
 * A random wait (ms) after which `agents` browsers that begin at once arrive at `perSecond`.
 * @param random in [0, 1)
 */
export const spread = (agents: number, perSecond: number, random: number): number =>
  Math.round((agents / perSecond) * 1000 * random);

/** ms until a browser that shows what it kept opens its connection. */
export const connectWait = (agents: number, random: number): number =>
  spread(agents, CONNECTIONS_PER_SECOND, random);

/** ms until a browser asks again that Sync told to ask less. */
export const busyWait = (agents: number, random: number): number => spread(agents, READS_PER_SECOND, random);

/** ms until a browser reads what it went on with. */
export const rereadWait = (agents: number, random: number): number =>
  REREAD_NOT_BEFORE + spread(agents, REREADS_PER_SECOND, random);

/** ms until a browser that shows what it kept asks the functions for a token. */
export const tokenWait = (agents: number, random: number): number =>
  spread(agents, TOKENS_PER_SECOND, random);

/** ms that a browser gives the others to fetch the token that all share. */
export const sharedWait = (agents: number, random: number): number =>
  Math.round(Math.min(LONGEST_SHARED_WAIT, agents / SHARED_PER_MS) * random);

/**
 * ms until a token is renewed: somewhere in the second half of its life, so that tokens that began together do not
 * end together.
 * @param life ms that it still lives
 */
export const renewWait = (life: number, random: number): number => Math.round(life * (0.5 + 0.35 * random));
