import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { PublishChange } from "@schedule-manager/shared/api/api";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";
import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import { safeAddress } from "../deploy/safe-address";
import { DeployFailure } from "../deploy/failure";
import { Ledger } from "../deploy/ledger";
import { openContext } from "../deploy/open-context";
import { findFunctions } from "../deploy/deploy-target";
import { listLive, publishChanges } from "../live/publish-changes";
import { explained } from "./explained";
import { describeConfigurationWarning } from "./describe-import-warning";
import { ROOT } from "../project/root";
import { refuseConfig, UsageError } from "./read-config";
import { readJson } from "./read-input";
import { reported } from "./reported";

const PUBLISH_USAGE = `FLEX_TOKEN=… npm run publish-config -- --from FILE [--dry-run] [--functions URL] [--env FILE] [--to URL]

Publishes the differences between a configuration file and the published one. Deletes nothing, and keeps manual closes.

  --from       an exported JSON file, or a config.json of Twilio's schedule manager
  --dry-run    only prints what would change
  --functions  address of the functions; default: looked up in the account
  --env        file with the account's settings, to find the functions. See flex-config/.env.example
  --to         base address that replaces Twilio's: https://HOST/… becomes URL/HOST/…

The functions publish on behalf of a Flex user, and check roles, conflicts and contents: FLEX_TOKEN is
the user's Flex token, from the browser's console on the Flex page:
  Twilio.Flex.Manager.getInstance().store.getState().flex.session.ssoTokenPayload.token
Exits with 0: everything is published; 1: refused; 2: nothing was attempted.`;

export const publishConfigCommand = explained(PUBLISH_USAGE, async (args) => {
  const text = { type: "string" } as const;
  const options = {
    from: text,
    functions: text,
    env: text,
    to: text,
    "dry-run": { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const { from, env = null } = values;
  const token = process.env["FLEX_TOKEN"] ?? "";
  if (from === undefined || token === "") throw new UsageError(PUBLISH_USAGE);
  const imported = importConfiguration(readJson(from));
  if (!imported.ok) return refuseConfig(from, imported.problems);

  for (const entry of imported.listed) process.stderr.write(`${describeConfigurationWarning(entry)}\n`);
  return reported(async () => {
    const to = values.to === undefined ? null : safeAddress("--to", values.to);
    const url =
      values.functions === undefined
        ? await functionsUrl(env, to)
        : safeAddress("--functions", values.functions);
    const live = await listLive({ url, token });
    if (!live.ok) return refusal(live.failure);
    const { changes } = configurationDiff(live.answer, imported.configuration);
    for (const change of changes) print(describePublishChange(change));
    if (changes.length === 0) print("Everything in the file is already published.");
    if (values["dry-run"] || changes.length === 0) return 0;
    const done = await publishChanges({ url, token }, changes, {
      shards: live.answer.shards,
      now: () => performance.now(),
      wait: (ms) => setTimeout(ms),
      onPublished: (progress) => {
        print(`Published ${progress.done} of ${changes.length} changes: version ${progress.version}.`);
      },
      onWait: (ms) => {
        print(`Waiting ${Math.ceil(ms / 1000)} s for Twilio Sync's rate limit.`);
      },
    });
    return done.ok ? 0 : refusal(done.failure);
  });
});

async function functionsUrl(env: string | null, to: string | null): Promise<string> {
  const context = await openContext({
    env,
    to,
    environment: process.env,
    root: ROOT,
    ledger: new Ledger(true),
  });
  const place = await findFunctions(context);
  if (place !== null) return twilioAddress(`https://${place.domain}/`, to).replace(/\/$/, "");
  throw new DeployFailure(
    "usage",
    "The functions are not deployed in this account. Pass their address with --functions.",
  );
}

const describePublishChange = ({ kind, id, base, value }: PublishChange): string => {
  const name = value?.name ?? base?.value.name ?? id;
  return `${base === null ? "add" : "change"} the ${kind} "${name}" (${id})`;
};

function refusal({ code, message, details }: { code: string; message: string; details?: unknown }): number {
  process.stderr.write(`${message} (${code})\n`);
  if (details !== undefined) process.stderr.write(`${JSON.stringify(details, null, 2)}\n`);
  return 1;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
