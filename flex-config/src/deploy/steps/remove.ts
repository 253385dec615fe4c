/** Removes everything that a deploy creates; the schedules only after a double confirmation. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configurationFileOf } from "../../live/files";
import { readLive } from "../../live/read-live";
import { ownObjects } from "../../setup/former-objects";
import type { DeployContext } from "../context";
import { DeployFailure } from "../failure";
import { findFunctions, type DeployTarget } from "../deploy-target";
import { PLUGIN_NAME, release, releasedPlugins } from "../plugin-service";
import { publishBuild } from "../publish-build";
import { runtimeOf } from "../runtime";
import { findSyncService, SYNC_SERVICE_NAME } from "../sync-service";
import { DEPLOYED } from "./functions";
import { keyName } from "./key";
import { isOurPath } from "./our-paths";
import { FUNCTION_KEYS } from "../settings";
import { removeFormerToken } from "./remove-former-token";
import { removeUi } from "./ui";

export interface RemoveOptions {
  /** Confirmed twice. */
  readonly deleteSchedules: boolean;
}

export async function removeAll(context: DeployContext, options: RemoveOptions): Promise<void> {
  const { ledger } = context;
  // Read first, because the functions' variables name the Sync service.
  const syncServiceSid = await findSyncService(context);
  await ledger.step("plugin", "Plugin", () => removePlugin(context));
  await ledger.step("ui", "Flex configuration", () => removeUi(context));
  await ledger.step("functions", "Functions", () => removeFunctions(context));
  await ledger.step("key", "API key", () => removeKey(context));
  // Removed after the functions, because functions before version 1.0 would write it again.
  await ledger.step("reader", "Shared token", () => removeFormerToken(context, syncServiceSid));
  await ledger.step("sync", "Schedules", () => removeSchedules(context, syncServiceSid, options));
}

/** Removes the plugin from the release. Its versions stay registered, because Flex cannot delete them. */
async function removePlugin({ client, ledger }: DeployContext): Promise<void> {
  const released = await releasedPlugins(client);
  if (!released.some(({ name }) => name === PLUGIN_NAME)) return;
  await ledger.change(`remove ${PLUGIN_NAME} from the released plugins`, () =>
    release(client, null, "Without Flex Schedule Manager"),
  );
}

async function removeFunctions(context: DeployContext): Promise<void> {
  const { client, ledger, settings } = context;
  const place = await findFunctions(context);
  if (place === null) return;
  ledger.note("Studio flows that still call check-schedule now take their fail exit.");
  const { environmentSid, serviceSid } = place;
  const service = client.serverless.v1.services(serviceSid);
  const environments = await service.environments.list({ pageSize: 100 });
  const build = place.build === null ? null : withoutOurs(place.build);
  const beside = build === null ? 0 : build.function_versions.length + build.asset_versions.length;
  if (beside === 0) {
    // Twilio refuses an empty build, so an environment without other content is deleted.
    const isAlone = environments.every(({ sid }) => sid === environmentSid);
    await ledger.change(
      isAlone
        ? `delete the functions service ${settings.serviceName}`
        : `delete the Schedule Manager's environment in the functions service ${settings.serviceName}, and keep the others`,
      () => (isAlone ? service.remove() : service.environments(environmentSid).remove()),
    );
    return;
  }
  await ledger.change(
    `remove the Schedule Manager's functions, and keep the ${beside} others in ${settings.serviceName}`,
    async () => {
      const nothing = { functions: [], assets: [], dependencies: [], runtime: runtimeOf(build) };
      await publishBuild(context, { ...place, build }, nothing);
      const environment = service.environments(environmentSid);
      for (const variable of await environment.variables.list({ pageSize: 100 })) {
        if (OUR_VARIABLES.includes(variable.key)) await environment.variables(variable.sid).remove();
      }
    },
  );
  const shared = FUNCTION_KEYS.filter((key) => place.variables.has(key));
  if (shared.length > 0) {
    ledger.note(`The variables ${shared.join(", ")} stay, because the other functions may read them.`);
  }
}

const OUR_VARIABLES = [DEPLOYED, "API_KEY", "API_SECRET", "SYNC_SERVICE_SID"];

function withoutOurs(build: NonNullable<DeployTarget["build"]>): NonNullable<DeployTarget["build"]> {
  const isOther = ({ path }: { readonly path: string }): boolean => !isOurPath(path);
  return {
    ...build,
    function_versions: build.function_versions.filter(isOther),
    asset_versions: build.asset_versions.filter(isOther),
  };
}

/** Deletes only keys that a deploy created; a key set in `.env` belongs to the user. */
async function removeKey({ client, ledger, settings }: DeployContext): Promise<void> {
  const name = keyName(settings.environment);
  for (const key of await client.keys.list()) {
    if (key.friendlyName !== name || key.sid === settings.apiKey?.sid) continue;
    await ledger.change(`delete the API key "${name}" (${key.sid})`, () => client.keys(key.sid).remove());
  }
}

async function removeSchedules(
  context: DeployContext,
  serviceSid: string | null,
  { deleteSchedules }: RemoveOptions,
): Promise<void> {
  const { client, ledger } = context;
  if (serviceSid === null) return;
  if (!deleteSchedules) {
    ledger.note(
      `The schedules stay in the Sync service ${serviceSid}. --delete-schedules together with --yes-delete-schedules deletes them, with their history.`,
    );
    return;
  }
  await keepCopy(context, serviceSid);
  const service = client.sync.v1.services(serviceSid);
  for (const { type, name } of await ownObjects(service)) {
    await ledger.change(`delete the ${type} ${name}`, () =>
      type === "map" ? service.syncMaps(name).remove() : service.documents(name).remove(),
    );
  }
  const { friendlyName } = await service.fetch();
  if (friendlyName !== SYNC_SERVICE_NAME) return;
  const [others, otherDocuments] = await Promise.all([
    service.syncMaps.list({ limit: 1 }),
    service.documents.list({ limit: 1 }),
  ]);
  if (ledger.dryRun || others.length + otherDocuments.length === 0) {
    await ledger.change(`delete the Sync service "${SYNC_SERVICE_NAME}"`, () => service.remove());
  }
}

/** A last copy, for recovery from an unintended removal. */
async function keepCopy(
  { client, folders, ledger, now, wait }: DeployContext,
  serviceSid: string,
): Promise<void> {
  const result = await readLive({ client, serviceSid, wait });
  if (!result.ok) {
    if (result.reason === "not-set-up") return;
    throw new DeployFailure("publish-in-progress", "Another publish is in progress. Try again in a minute.");
  }
  const at = now();
  const file = join(folders.live, `before-removal-${at.replace(/\D/g, "")}.json`);
  await ledger.change(`save the schedules to ${file}`, async () => {
    await mkdir(folders.live, { recursive: true });
    await writeFile(file, `${JSON.stringify(configurationFileOf(result.live, at), null, 2)}\n`);
  });
}
