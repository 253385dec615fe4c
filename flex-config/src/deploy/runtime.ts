/** Versions of Node.js at Twilio: https://www.twilio.com/docs/serverless/functions-assets/node-upgrade */

/** Twilio's default. */
const RUNTIME = "node22";
/** Those on which Twilio still makes builds. */
const OFFERED: readonly string[] = [RUNTIME, "node24"];

/** What the next build of an environment runs on: what it runs on now, as long as Twilio offers that. */
export const runtimeOf = (build: { readonly runtime?: string } | null): string =>
  build?.runtime !== undefined && OFFERED.includes(build.runtime) ? build.runtime : RUNTIME;
