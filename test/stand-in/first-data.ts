/** Sets up the stand-in's Sync with the code that sets up a real account. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "@schedule-manager/flex-config/setup/migrate";
import { describeTaken } from "@schedule-manager/flex-config/setup/plan";
import { seed } from "@schedule-manager/flex-config/setup/seed";
import { setUpSync } from "@schedule-manager/flex-config/setup/sync";
import { SET_UP } from "@schedule-manager/shared/sync/actors";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration } from "@schedule-manager/shared/model/model";
import twilio from "twilio";
import { ROOT } from "./cache";
import { ACCOUNT_SID, API_KEY, API_SECRET, SYNC_SERVICE_SID } from "./dev-account";
import { UserError } from "./user-error";

/** The `twilio` library, connected to the stand-in; a region in the environment must not change its address. */
export function twilioClient(twilioUrl: string): ReturnType<typeof twilio> {
  const client = twilio(API_KEY, API_SECRET, { accountSid: ACCOUNT_SID, env: {} });
  client.sync.baseUrl = twilioUrl;
  return client;
}

export async function exampleConfiguration(): Promise<Configuration> {
  const file = join(ROOT, "flex-config/examples/us.json");
  const parsed = parseConfiguration(JSON.parse(await readFile(file, "utf8")) as unknown);
  if (!parsed.ok) {
    throw new UserError(
      `${file}: ${parsed.problems.map(({ place, message }) => `${place}: ${message}`).join(" ")}`,
    );
  }
  return parsed.configuration;
}

export interface FirstDataOptions {
  readonly twilioUrl: string;
  /** null: only the empty maps and documents. */
  readonly configuration: Configuration | null;
  readonly shards?: number;
  /** ISO 8601: the publish time of the configuration in the history. Default: now. */
  readonly at?: string;
}

/** Does nothing when it ran before. */
export async function firstData({ twilioUrl, configuration, shards, at }: FirstDataOptions): Promise<void> {
  const client = twilioClient(twilioUrl);
  const where = {
    client,
    serviceSid: SYNC_SERVICE_SID,
    now: () => at ?? new Date().toISOString(),
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  // The data file may come from the previous version.
  const migrated = await migrate({ ...where, change: (_what, make) => make() });
  if (!migrated.ok) throw new UserError(`The data can't be migrated to this version: ${migrated.reason}.`);
  const done = await setUpSync({ ...where, ...(shards === undefined ? {} : { shards }) });
  if (!done.ok) throw new UserError(describeTaken(done.taken));
  if (configuration === null) return;
  await seed({
    ...where,
    configuration,
    by: SET_UP,
    publish: "first-configuration",
  });
}
