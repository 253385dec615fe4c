import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Failure, PublishChange } from "@schedule-manager/shared/api/api";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { DEPLOY, isDeployName, namedDeploy } from "@schedule-manager/shared/sync/actors";
import type { Actor } from "@schedule-manager/shared/sync/layout";
import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import { safeAddress } from "../deploy/safe-address";
import { DeployFailure } from "../deploy/failure";
import { Ledger } from "../deploy/ledger";
import { openContext } from "../deploy/open-context";
import { findFunctions } from "../deploy/deploy-target";
import { existingSyncService } from "../deploy/sync-service";
import { publishByAccount } from "../live/publish-by-account";
import { publishByFunctions } from "../live/publish-by-functions";
import { publishChanges } from "../live/publish-changes";
import type { Publisher } from "../live/publisher";
import { explained } from "./explained";
import { FLEX_TOKEN_STEPS, refusalDetails } from "./flex-token";
import { describeConfigurationWarning } from "./describe-import-warning";
import { ROOT } from "../project/root";
import { refuseConfig, UsageError } from "./read-config";
import { readJson } from "./read-input";
import { reported } from "./reported";

/** Characters of a deploy's name; `head` has a limited size. */
const MAX_NAME = 80;

const PUBLISH_USAGE = `npm run publish-config -- --from FILE [--dry-run] [--name NAME] [--functions URL] [--env FILE] [--to URL]

Publishes the differences between a configuration file and the published one. Deletes nothing, and keeps manual closes.

  --from       an exported JSON file, or a config.json of Twilio's schedule manager
  --dry-run    only prints what would change
  --name       the name of this deploy in the history, such as the release; default: the history says "Deployment"
  --functions  address of the functions, for a Flex token; default: looked up in the account
  --env        file with the account's settings; default: .env. See flex-config/.env.example
  --to         base address that replaces Twilio's: https://HOST/… becomes URL/HOST/…

Publishes with the deploy's credentials, ACCOUNT_SID and AUTH_TOKEN, or, if FLEX_TOKEN is set, on behalf of the Flex user
whose token it is. Both ways check conflicts and contents alike; with a Flex token the functions also check the role, and
the history names the user.

${FLEX_TOKEN_STEPS}

Exits with 0: everything is published; 1: refused; 2: nothing was attempted.`;

export const publishConfigCommand = explained(PUBLISH_USAGE, async (args) => {
  const text = { type: "string" } as const;
  const options = {
    from: text,
    name: text,
    functions: text,
    env: text,
    to: text,
    "dry-run": { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const { from, env = null } = values;
  const access = accessFrom(values, process.env["FLEX_TOKEN"] ?? "");
  if (from === undefined) throw new UsageError(PUBLISH_USAGE);
  const imported = importConfiguration(readJson(from));
  if (!imported.ok) return refuseConfig(from, imported.problems);

  for (const entry of imported.listed) process.stderr.write(`${describeConfigurationWarning(entry)}\n`);
  return reported(async () => {
    const to = values.to === undefined ? null : safeAddress("--to", values.to);
    const publisher = await publisherFor(access, env, to);
    const live = await publisher.list();
    if (!live.ok) return refusal(live.failure);
    const { changes } = configurationDiff(live.answer, imported.configuration);
    for (const change of changes) print(describePublishChange(change));
    if (changes.length === 0) print("Everything in the file is already published.");
    if (values["dry-run"] || changes.length === 0) return 0;
    const done = await publishChanges(publisher, changes, {
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

/** On whose behalf to publish. */
type Access =
  | { readonly type: "user"; readonly token: string; readonly functions: string | undefined }
  | { readonly type: "deploy"; readonly by: Actor };

interface AccessOptions {
  readonly name?: string | undefined;
  readonly functions?: string | undefined;
}

function accessFrom({ name, functions }: AccessOptions, token: string): Access {
  if (token !== "") {
    if (name === undefined) return { type: "user", token, functions };
    throw new UsageError(
      "--name is for the deploy's credentials: with FLEX_TOKEN the history names the user.",
    );
  }
  if (functions !== undefined) {
    throw new UsageError(`--functions needs a Flex token in FLEX_TOKEN.\n\n${FLEX_TOKEN_STEPS}`);
  }
  if (name === undefined) return { type: "deploy", by: DEPLOY };
  const given = name.trim();
  if (given === "" || given.length > MAX_NAME || textProblem(given) !== null || !isDeployName(given)) {
    throw new UsageError(
      `--name must be 1 to ${MAX_NAME} visible characters, and other than "${DEPLOY.identity}" and "${DEPLOY.name ?? ""}".`,
    );
  }
  return { type: "deploy", by: namedDeploy(given) };
}

async function publisherFor(access: Access, env: string | null, to: string | null): Promise<Publisher> {
  if (access.type === "user" && access.functions !== undefined) {
    const url = safeAddress("--functions", access.functions);
    return publishByFunctions({ url, token: access.token });
  }
  const context = await openContext({
    env,
    to,
    environment: process.env,
    root: ROOT,
    ledger: new Ledger(true),
  });
  if (access.type === "deploy") {
    const serviceSid = await existingSyncService(context);
    return publishByAccount(context, serviceSid, access.by);
  }
  const place = await findFunctions(context);
  if (place === null) {
    throw new DeployFailure(
      "usage",
      "The functions are not deployed in this account. Pass their address with --functions.",
    );
  }
  const url = twilioAddress(`https://${place.domain}/`, to).replace(/\/$/, "");
  return publishByFunctions({ url, token: access.token });
}

const describePublishChange = ({ kind, id, base, value }: PublishChange): string => {
  const name = value?.name ?? base?.value.name ?? id;
  return `${base === null ? "add" : "change"} the ${kind} "${name}" (${id})`;
};

function refusal(error: Failure["error"]): number {
  process.stderr.write(`${error.message} (${error.code})\n`);
  const details = refusalDetails(error);
  if (details !== null) process.stderr.write(`${details}\n`);
  return 1;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
