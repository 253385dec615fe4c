/** Versions of Node.js at Twilio: https://www.twilio.com/docs/serverless/functions-assets/node-upgrade */

/** Twilio's default. */
const RUNTIME = "node22";
/** Runtimes for which Twilio still accepts builds. */
const OFFERED: readonly string[] = [RUNTIME, "node24"];

/** Runtime of the next build: the current one while Twilio offers it, otherwise the default. */
export const runtimeOf = (build: { readonly runtime?: string } | null): string =>
  build?.runtime !== undefined && OFFERED.includes(build.runtime) ? build.runtime : RUNTIME;
