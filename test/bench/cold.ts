import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Plugin } from "esbuild";
import { ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { type Built, buildInto } from "../integration/functions/support/runtime";
import { EXAMPLE, startWorld } from "../integration/functions/support/world";
import { median, round } from "./support/measure";

export const title =
  "check-schedule's cold start, compared with the same handler on plain imports of twilio, luxon and rrule";

const RUNS = 11;
const PLAIN = ["twilio", "luxon", "rrule"];

/** The same check, which reads Sync by the library that it imports. */
const readByTwilio: Plugin = {
  name: "read-by-twilio",
  setup(bundle) {
    bundle.onResolve({ filter: /\/sync\/sync-clients$/ }, ({ importer }) =>
      importer.endsWith("source.ts") ? { path: require.resolve("./peers/twilio-sync-clients") } : null,
    );
  },
};

/** Loads the handler and calls it once, in a new process: ms until it is loaded, and until it has answered. */
const CHILD = `
const begun = performance.now();
const [file, imports, context] = JSON.parse(process.argv[1]);
for (const name of imports) require(name);
const { handler } = require(file);
const loaded = performance.now();
globalThis.Twilio = { Response: class { setStatusCode() {} setBody(body) { this.body = body; } appendHeader() {} } };
console.log = () => undefined;
handler(context, { name: "Example" }, (_error, { body }) => {
  process.stdout.write(JSON.stringify({ load: loaded - begun, answer: performance.now() - begun, body }));
  process.exit(0);
});`;

interface Start {
  readonly load: number;
  readonly answer: number;
  readonly body: { readonly isOpen?: unknown };
}

export async function run(): Promise<Record<string, unknown>> {
  const built = await buildInto();
  const builtPlain = await buildInto(undefined, [readByTwilio]);
  const world = await startWorld(EXAMPLE, false);
  try {
    const context = {
      ACCOUNT_SID,
      AUTH_TOKEN,
      API_KEY,
      API_SECRET,
      SYNC_SERVICE_SID,
      // By IP address: a DNS look-up belongs to neither handler.
      TWILIO_API_URL: world.standIn.url.replace("localhost", "127.0.0.1"),
    };
    const start = async ({ folder }: Built, imports: readonly string[]): Promise<Start> => {
      const file = join(folder, "functions/check-schedule.js");
      const args = ["-e", CHILD, JSON.stringify([file, imports, context])];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
      const result = JSON.parse(stdout) as Start;
      if (result.body.isOpen !== true) throw new Error(`wrong answer: ${stdout}`);
      return result;
    };
    const ours: Start[] = [];
    const importing: Start[] = [];
    const plain: Start[] = [];
    for (let times = 0; times < RUNS; times += 1) {
      ours.push(await start(built, []));
      importing.push(await start(built, PLAIN));
      plain.push(await start(builtPlain, PLAIN));
    }
    const middle = (starts: readonly Start[], what: "load" | "answer") =>
      median(starts.map((each) => each[what]));
    return {
      runs: RUNS,
      load: {
        oursMs: round(middle(ours, "load")),
        plainMs: round(middle(plain, "load")),
        ratio: round(middle(ours, "load") / middle(plain, "load"), 3),
      },
      firstAnswer: {
        oursMs: round(middle(ours, "answer")),
        plainMs: round(middle(plain, "answer")),
        ratio: round(middle(ours, "answer") / middle(plain, "answer"), 3),
      },
      // Compared with a handler that imports all three libraries but reads as ours does, which no plain handler
      // would.
      firstAnswerImportsAlone: {
        plainMs: round(middle(importing, "answer")),
        ratio: round(middle(ours, "answer") / middle(importing, "answer"), 3),
      },
    };
  } finally {
    await world.standIn.stop();
    await Promise.all([built.remove(), builtPlain.remove()]);
  }
}

export const print = (result: Record<string, unknown>): string[] =>
  Object.entries(result).map(([name, value]) => `${name.padEnd(12)} ${JSON.stringify(value)}`);
