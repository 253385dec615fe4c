import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { api, fsHelpers } from "@twilio-labs/serverless-api";
import { configurationFileOf, snapshotOf } from "../../live/files";
import { type Live, readLive } from "../../live/read-live";
import { buildFolder } from "../build";
import type { DeployContext } from "../context";
import { digestOf } from "../digest";
import { DeployFailure } from "../failure";
import { healthy } from "../healthy";
import { ensureFunctions, type Place } from "../place";
import { publishBuild } from "../publish-build";
import { findSyncService } from "../sync-service";
import { setVariables } from "../variables";

export const RUNTIME = "node22";
/** The variable that says which build was deployed from here, and what was in it. */
export const DEPLOYED = "SCHEDULE_MANAGER_DEPLOYED";
const SNAPSHOT = "/catalogue.json";

type Resources = Awaited<ReturnType<typeof fsHelpers.getListOfFunctionsAndAssets>>;

/** The functions with their variables, and what is live now as their fallback. Other functions there are kept. */
export async function functionsStep(context: DeployContext): Promise<void> {
  const { builds, ledger, settings } = context;
  const syncServiceSid = await findSyncService(context);
  const live = syncServiceSid === null ? null : await fetchLive(context, syncServiceSid);
  const folder = await builds.functions(live === null ? null : await writeLive(context, live));
  const resources = await fsHelpers.getListOfFunctionsAndAssets(folder, {
    functionsFolderNames: ["functions"],
    assetsFolderNames: ["assets"],
  });

  const place = await ensureFunctions(context);
  const sync = syncServiceSid === null ? {} : { SYNC_SERVICE_SID: syncServiceSid };
  if (syncServiceSid === null && !ledger.dryRun) {
    throw new DeployFailure(
      "sync-service-missing",
      "There is no Sync service yet. Run npm run deploy -- sync first.",
    );
  }
  await setVariables(context, place, { ...sync, ...settings.variables });

  const dependencies = await dependenciesOf(folder);
  const digest = digestOf([
    RUNTIME,
    dependencies,
    resources.functions.map(({ path, access, content }) => [path, access, String(content)]),
    live === null ? null : snapshotOf(live, ""),
  ]);
  if (place !== null && isDeployed(place, digest)) return;
  refuseForeign(place, resources);
  await ledger.change(words(resources, live), async () => {
    if (place === null) throw new Error("there is no environment");
    const remember = (what: string): Promise<void> =>
      api.setEnvironmentVariables(
        { [DEPLOYED]: what },
        place.environmentSid,
        place.serviceSid,
        context.serverless,
        false,
      );
    // Said before it is so: should this be cut off, the next run knows that what it finds is ours.
    await remember("unfinished");
    const build = await publishBuild(context, place, { ...resources, dependencies, runtime: RUNTIME });
    await healthy(context, place.domain);
    await remember(`${build} ${digest}`);
  });
}

function words({ functions }: Resources, live: Live | null): string {
  const fallback = live === null ? "" : `, with what is live (version ${live.generation}) as their fallback`;
  return `deploy ${functions.length} functions${fallback}`;
}

const isDeployed = ({ build, variables }: Place, digest: string): boolean =>
  build !== null && variables.get(DEPLOYED) === `${build.sid} ${digest}`;

/** Functions of other people at our paths are not overwritten. */
function refuseForeign(place: Place | null, { functions, assets }: Resources): void {
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

async function fetchLive({ client, ledger }: DeployContext, serviceSid: string): Promise<Live | null> {
  const result = await readLive({ client, serviceSid });
  if (result.ok) return result.live;
  if (result.reason === "not-set-up") return null;
  ledger.note(
    "A publish is in progress or was interrupted, so nothing is packed as the functions' fallback. Deploy again when it is finished.",
  );
  return null;
}

/** Keeps what is live in a file too, whoever needs it back. */
async function writeLive({ root, now }: DeployContext, live: Live): Promise<string> {
  const folder = buildFolder(root, "live");
  const at = now();
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "configuration.json"),
    `${JSON.stringify(configurationFileOf(live, at), null, 2)}\n`,
  );
  const file = join(folder, `snapshot${SNAPSHOT.slice(SNAPSHOT.lastIndexOf("."))}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(snapshotOf(live, at)));
  return file;
}

async function dependenciesOf(folder: string) {
  const text = await readFile(join(folder, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> };
  return Object.entries(dependencies).map(([name, version]) => ({ name, version }));
}
