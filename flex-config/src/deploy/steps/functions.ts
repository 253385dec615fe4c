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

/** The variable that says which build was deployed from here, and the digests of its code and of its fallback. */
export const DEPLOYED = "SCHEDULE_MANAGER_DEPLOYED";

/** The functions with their variables, and what is live now as their fallback. Other functions there are kept. */
export async function functionsStep(context: DeployContext): Promise<void> {
  const { builds, folders, ledger, settings } = context;
  const syncServiceSid = await findSyncService(context);
  if (syncServiceSid === null && !ledger.dryRun) {
    throw new DeployFailure(
      "sync-service-missing",
      "There is no Sync service yet. Run npm run deploy -- sync first.",
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
    // The time at which it was read is no content.
    fallback: live === null ? null : digestOf(snapshotOf(live, "")),
  };
  if (place !== null && isDeployed(place, content)) return;
  refuseForeign(place, built);
  await ledger.change(words(built, live), async () => {
    if (place === null) throw new Error("there is no environment");
    // Said before it is so: should this be cut off, the next run knows that what it finds is ours.
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

/** After something else was put beside the functions: they are in the new build as they were in the one before. */
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
  /** null: nothing is packed; a fallback that was deployed before stays. */
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
  const fallback = live === null ? "" : `, with what is live (version ${live.generation}) as their fallback`;
  return `deploy ${functions.length} functions${fallback}`;
}

/** Functions of other people at our paths are not overwritten. */
function refuseForeign(place: DeployTarget | null, { functions, assets }: BuiltFunctions): void {
  if (place === null || place.build === null || place.variables.has(DEPLOYED)) return;
  const ours = new Set([...functions, ...assets].map(({ path }) => path));
  const { function_versions: theirs, asset_versions: assetsThere } = place.build;
  const taken = [...theirs, ...assetsThere].map(({ path }) => path).filter((path) => ours.has(path));
  if (taken.length === 0) return;
  throw new DeployFailure(
    "paths-taken",
    `The functions service has something else at ${taken.join(", ")}. Choose another FUNCTIONS_SERVICE_NAME.`,
  );
}

async function fetchLive({ client, ledger, wait }: DeployContext, serviceSid: string): Promise<Live | null> {
  const result = await readLive({ client, serviceSid, wait });
  if (result.ok) return result.live;
  if (result.reason === "not-set-up") return null;
  ledger.note(
    "A publish is in progress or was interrupted, so the functions' fallback stays as it is. Deploy again when it is finished.",
  );
  return null;
}

async function mustBeMigrated({ client }: DeployContext, serviceSid: string): Promise<void> {
  if (!(await needsMigration({ client, serviceSid }))) return;
  throw new DeployFailure(
    "sync-service-missing",
    "The Sync service is of the version before. Run npm run deploy -- sync first, which migrates it.",
  );
}

/** Keeps what is live in a file too, whoever needs it back. */
async function writeLive({ folders, now }: DeployContext, live: Live): Promise<string> {
  const at = now();
  await mkdir(folders.live, { recursive: true });
  const configuration = `${JSON.stringify(configurationFileOf(live, at), null, 2)}\n`;
  await writeFile(join(folders.live, "configuration.json"), configuration);
  const file = join(folders.build, "snapshot.json");
  await writeFile(file, JSON.stringify(snapshotOf(live, at)));
  return file;
}
