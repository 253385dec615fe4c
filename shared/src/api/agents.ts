/** More browsers share one Sync account in no case: https://www.twilio.com/docs/sync/limits */
export const MOST_AGENTS = 100_000;
