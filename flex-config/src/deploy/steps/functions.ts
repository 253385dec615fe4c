import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { api } from "@twilio-labs/serverless-api";
import { configurationFileOf, snapshotOf } from "../../live/files";
import { type Live, readLive } from "../../live/read-live";
import { needsMigration } from "../../setup/migrate";
import { type BuiltFunctions, functionsDigest, readBuiltFunctions } from "../built-functions";
import type { DeployContext } from "../context";
import { digestOf } from "../digest";
import { DeployFailure } from "../failure";
import { healthy } from "../healthy";
import { ensureFunctions, type DeployTarget } from "../deploy-target";
import { publishBuild } from "../publish-build";
import { runtimeOf } from "../runtime";
import { findSyncService } from "../sync-service";
import { setVariables } from "../variables";

/** Variable with the build deployed from here, and the digests of its code and its fallback. */
export const DEPLOYED = "SCHEDULE_MANAGER_DEPLOYED";

/**
 * Deploys the functions with their variables and the published schedules as their fallback. Keeps other
 * functions of the service.
 */
export async function functionsStep(context: DeployContext): Promise<void> {
  const { builds, folders, ledger, settings } = context;
  const syncServiceSid = await findSyncService(context);
  if (syncServiceSid === null && !ledger.dryRun) {
    throw new DeployFailure(
      "sync-service-missing",
      "The Sync service does not exist yet. Run npm run deploy -- sync first.",
    );
  }
  if (syncServiceSid !== null && !ledger.dryRun) await mustBeMigrated(context, syncServiceSid);
  const live = syncServiceSid === null ? null : await fetchLive(context, syncServiceSid);
  const folder = join(folders.build, "functions");
  const signedOnly = settings.variables["SIGNED_ONLY"]?.toLowerCase() === "true";
  await builds.functions(folder, live === null ? null : await writeLive(context, live), signedOnly);
  const built = await readBuiltFunctions(folder);

  const place = await ensureFunctions(context);
  const sync = syncServiceSid === null ? {} : { SYNC_SERVICE_SID: syncServiceSid };
  await setVariables(context, place, { ...sync, ...settings.variables });

  const runtime = runtimeOf(place?.build ?? null);
  const content: Content = {
    code: functionsDigest(runtime, built),
    // Excludes the time of reading from the digest.
    fallback: live === null ? null : digestOf(snapshotOf(live, "")),
  };
  if (place !== null && isDeployed(place, content)) return;
  refuseForeign(place, built);
  await ledger.change(words(built, live), async () => {
    if (place === null) throw new Error("there is no environment");
    // Written first: after an interruption, the next run recognizes its own functions.
    await remember(context, place, "unfinished");
    const build = await publishBuild(context, place, { ...built, runtime });
    await healthy(context, place.domain);
    await remember(
      context,
      place,
      `${build} ${content.code} ${content.fallback ?? fallbackOf(place) ?? NO_FALLBACK}`,
    );
  });
}

const remember = (context: DeployContext, place: DeployTarget, what: string): Promise<void> =>
  api.setEnvironmentVariables(
    { [DEPLOYED]: what },
    place.environmentSid,
    place.serviceSid,
    context.serverless,
    false,
  );

/** Updates the variable after another step deployed a build with the same functions. */
export async function rememberBuild(
  context: DeployContext,
  place: DeployTarget,
  build: string,
): Promise<void> {
  const [deployed, ...content] = deployedOf(place);
  if (deployed === undefined || deployed !== place.build?.sid) return;
  await remember(context, place, [build, ...content].join(" "));
}

interface Content {
  readonly code: string;
  /** null: nothing is packed; an earlier deployed fallback stays. */
  readonly fallback: string | null;
}

const NO_FALLBACK = "-";
const deployedOf = ({ variables }: DeployTarget): readonly string[] =>
  variables.get(DEPLOYED)?.split(" ") ?? [];
const fallbackOf = (place: DeployTarget): string | undefined => deployedOf(place)[2];

function isDeployed(place: DeployTarget, { code, fallback }: Content): boolean {
  const [build, deployedCode, deployedFallback] = deployedOf(place);
  return (
    place.build !== null &&
    place.build.sid === build &&
    code === deployedCode &&
    (fallback === null || fallback === deployedFallback)
  );
}

function words({ functions }: BuiltFunctions, live: Live | null): string {
  const fallback =
    live === null ? "" : `, with the published schedules (version ${live.generation}) as their fallback`;
  return `deploy ${functions.length} functions${fallback}`;
}

/** Refuses to overwrite other functions at the same paths. */
function refuseForeign(place: DeployTarget | null, { functions, assets }: BuiltFunctions): void {
  if (place === null || place.build === null || place.variables.has(DEPLOYED)) return;
  const ours = new Set([...functions, ...assets].map(({ path }) => path));
  const { function_versions: theirs, asset_versions: assetsThere } = place.build;
  const taken = [...theirs, ...assetsThere].map(({ path }) => path).filter((path) => ours.has(path));
  if (taken.length === 0) return;
  throw new DeployFailure(
    "paths-taken",
    `The functions service has other content at ${taken.join(", ")}. Choose another FUNCTIONS_SERVICE_NAME.`,
  );
}

async function fetchLive({ client, ledger, wait }: DeployContext, serviceSid: string): Promise<Live | null> {
  const result = await readLive({ client, serviceSid, wait });
  if (result.ok) return result.live;
  if (result.reason === "not-set-up") return null;
  ledger.note(
    "A publish is in progress or was interrupted, so the functions keep their fallback. Deploy again when the publish is finished.",
  );
  return null;
}

async function mustBeMigrated({ client }: DeployContext, serviceSid: string): Promise<void> {
  if (!(await needsMigration({ client, serviceSid }))) return;
  throw new DeployFailure(
    "sync-service-missing",
    "The Sync service has the layout of the previous version. Run npm run deploy -- sync first, which migrates it.",
  );
}

/** Also saves the published configuration to a file, as a backup. */
async function writeLive({ folders, now }: DeployContext, live: Live): Promise<string> {
  const at = now();
  await mkdir(folders.live, { recursive: true });
  const configuration = `${JSON.stringify(configurationFileOf(live, at), null, 2)}\n`;
  await writeFile(join(folders.live, "configuration.json"), configuration);
  const file = join(folders.build, "snapshot.json");
  await writeFile(file, JSON.stringify(snapshotOf(live, at)));
  return file;
}
