/** One Sync account allows at most this many browsers: https://www.twilio.com/docs/sync/limits */
export const MOST_AGENTS = 100_000;
