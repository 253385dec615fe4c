/** `npm start`: all processes on this machine, until Ctrl-C. */
import { parseArgs } from "node:util";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, PERSONS, SYNC_SERVICE_SID } from "./dev-account";
import { type LocalTwilio, startLocal } from "./local-twilio";
import { portsFrom } from "./ports";
import { UserError, wordsOf } from "./user-error";

const HELP = `npm start -- [options]

Starts the real Flex desktop, the functions and a local stand-in for Twilio.

  --data FILE   keep Sync's state in FILE over a restart (default: in memory)
  --empty       start without the example configuration
  --watch       rebuild the plugin and the functions on each save, and reload open pages
  --verbose     print the output of the functions
  --help        show this

Ports: PORT_FLEX (3000), PORT_FUNCTIONS (3001), PORT_TWILIO (3002); 0 picks a free one.
Passed on to the functions: EDITOR_ROLES, TOGGLE_ROLES, VIEWER_ROLES, FAIL_CLOSED.
`;

const out = (text: string): boolean => process.stdout.write(`${text}\n`);

function options() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: "string" },
        empty: { type: "boolean", default: false },
        watch: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new UserError(`${wordsOf(error)}\n\n${HELP}`);
  }
}

const row = (name: string, value: string): string => `  ${name.padEnd(22)}${value}`;

function readyBlock({ urls, restored }: LocalTwilio, data: string | undefined): string {
  const dataPlace =
    data === undefined ? "in memory, lost when this stops" : `${data}${restored ? " (restored)" : ""}`;
  return [
    "",
    "Flex Schedule Manager is ready.",
    "",
    "Flex, as",
    ...PERSONS.map(({ name, fullName, roles }) =>
      row(`${fullName} (${roles.join(", ")})`.padEnd(26), `${urls.flex}/?as=${name}`),
    ),
    "",
    row("Functions", urls.functions),
    row("", `curl '${urls.functions}/check-schedule?name=Example'`),
    row("", `curl '${urls.functions}/hours?name=Example'`),
    "",
    row("Stand-in for Twilio", urls.twilio),
    row("  account SID", ACCOUNT_SID),
    row("  auth token", AUTH_TOKEN),
    row("  API key", API_KEY),
    row("  API secret", API_SECRET),
    row("  Sync service SID", SYNC_SERVICE_SID),
    row("  data", dataPlace),
    "",
    "Press Ctrl-C to stop.",
    "",
  ].join("\n");
}

const PARENT_MS = 500;
const TWICE_MS = 1_000;

/** Ctrl-C, a signal, or the end of the shell in which npm runs this, because npm sends a signal to that shell only. */
function onStop(stop: () => void): void {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, PARENT_MS);
  watch.unref();
}

async function main(): Promise<void> {
  const { data, empty, watch, verbose, help } = options();
  if (help) {
    out(HELP);
    return;
  }
  const abort = new AbortController();
  let stopRequestedAt = 0;
  const stopped = new Promise<void>((resolve) => {
    onStop(() => {
      // A second Ctrl-C ends the process at once. One Ctrl-C may arrive twice: from the terminal and from npm.
      if (abort.signal.aborted && Date.now() - stopRequestedAt > TWICE_MS) process.exit(1);
      if (abort.signal.aborted) return;
      stopRequestedAt = Date.now();
      abort.abort();
      resolve();
    });
  });
  const began = Date.now();
  const starting = startLocal({
    ports: portsFrom(process.env),
    signal: abort.signal,
    log: (line) => out(`${line} …`),
    ...(data === undefined ? {} : { data }),
    ...(empty ? { configuration: null } : {}),
    ...(watch ? { watch: out } : {}),
    ...(verbose ? { onFunctionsLine: out } : {}),
  });
  let everything: LocalTwilio;
  try {
    everything = await starting;
  } catch (error) {
    if (abort.signal.aborted) return;
    throw error;
  }
  out(readyBlock(everything, data));
  if (verbose) out(`Ready after ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  try {
    await Promise.race([stopped, everything.ended]);
  } finally {
    await everything.stop();
  }
  out("Stopped.");
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const unexpected =
      !(error instanceof UserError) && process.env["DEBUG"] !== undefined && error instanceof Error;
    process.stderr.write(`\n${unexpected ? (error.stack ?? "") : wordsOf(error)}\n`);
    process.exit(1);
  },
);
