import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DeployFailure } from "../deploy/failure";
import { SILENT, Ledger } from "../deploy/ledger";
import { openContext } from "../deploy/open-context";
import { existingSyncService } from "../deploy/sync-service";
import { configurationFileOf } from "../live/files";
import { readLive } from "../live/read-live";
import { safeAddress } from "../deploy/safe-address";
import { explained } from "./explained";
import { reported } from "./reported";
import { ROOT } from "../project/root";
import { callersPath, UsageError } from "./read-input";
import { written } from "./written";

const FETCH_USAGE = `npm run fetch-config -- --out FILE [--env FILE] [--to URL]

Saves the published schedules and rules to a file, which import and publish-config accept.

  --out   the file to write
  --env   file with the account's settings; default: .env. See flex-config/.env.example
  --to    base address that replaces Twilio's: https://HOST/… becomes URL/HOST/…

Credentials are sent in headers, never in an address. Exits with 0: saved; 1: reading or writing failed; 2: nothing was attempted.`;

export const fetchConfigCommand = explained(FETCH_USAGE, async (args, now: number) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { out: text, env: text, to: text } });
  const { out, env = null, to } = values;
  if (out === undefined) throw new UsageError(FETCH_USAGE);
  return reported(async () => {
    const context = await openContext({
      env,
      to: to === undefined ? null : safeAddress("--to", to),
      environment: process.env,
      root: ROOT,
      ledger: new Ledger(true, SILENT),
    });
    const serviceSid = await existingSyncService(context);
    const result = await readLive({ client: context.client, serviceSid });
    if (!result.ok) throw WORDS[result.reason];
    const file = configurationFileOf(result.live, new Date(now).toISOString());
    const text = `${JSON.stringify(file, null, 2)}\n`;
    if (!written(out, () => writeFileSync(callersPath(out), text))) return 1;
    const { rules, schedules, unreadable = [] } = file;
    process.stdout.write(
      `Saved ${rules.length} rules and ${schedules.length} schedules of version ${file.version} to ${out}.\n`,
    );
    if (unreadable.length > 0) {
      process.stdout.write(`${unreadable.length} items are invalid; they are stored under "unreadable".\n`);
    }
    return 0;
  });
});

const WORDS = {
  "not-set-up": new DeployFailure(
    "sync-service-missing",
    "The Sync service is not set up: run npm run deploy -- sync.",
  ),
  "publish-in-progress": new DeployFailure(
    "publish-in-progress",
    "Other publishes kept interfering, or one was interrupted. Try again in a minute; opening the Schedule Manager in Flex finishes an interrupted publish.",
  ),
};
