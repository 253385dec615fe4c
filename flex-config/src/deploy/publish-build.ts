import { api, type ServerlessResourceConfig } from "@twilio-labs/serverless-api";
import type { DeployContext } from "./context";
import { ensureResources } from "./ensure-resources";
import { DeployFailure } from "./failure";
import type { DeployTarget } from "./deploy-target";
import { uploadVersion, type Version } from "./upload-version";

export interface Upload {
  readonly functions: readonly ServerlessResourceConfig[];
  readonly assets: readonly ServerlessResourceConfig[];
  readonly dependencies: readonly { readonly name: string; readonly version: string }[];
  readonly runtime: string;
  /** Marks the deployment as a Flex plugin. */
  readonly isPlugin?: boolean;
}

interface InBuild {
  readonly sid: string;
  readonly path: string;
}

/**
 * Uploads, builds and deploys. A build replaces everything that an environment serves, so it includes the
 * current files at other paths, and the current dependencies that are not replaced.
 * @returns the build's SID
 */
export async function publishBuild(
  context: DeployContext,
  place: DeployTarget,
  upload: Upload,
): Promise<string> {
  const { client, serverless } = context;
  const { serviceSid, environmentSid, build } = place;
  const uploaded = async (kind: Version["kind"], files: Upload["functions"]): Promise<readonly string[]> => {
    const versions = await ensureResources(context, serviceSid, kind, files);
    return Promise.all(versions.map((version) => uploadVersion(serverless, serviceSid, version)));
  };
  const functionVersions = await uploaded("Functions", upload.functions);
  const assetVersions = await uploaded("Assets", upload.assets);

  const uploadedPaths = new Set([...upload.functions, ...upload.assets].map(({ path }) => path));
  const kept = (versions: readonly InBuild[] = []): string[] =>
    versions.filter(({ path }) => !uploadedPaths.has(path)).map(({ sid }) => sid);
  const { sid } = await api.triggerBuild(
    {
      functionVersions: [...kept(build?.function_versions), ...functionVersions],
      assetVersions: [...kept(build?.asset_versions), ...assetVersions],
      dependencies: mergeDependencies(build, upload.dependencies),
      runtime: upload.runtime,
    },
    serviceSid,
    serverless,
  );
  await finished(context, serviceSid, sid);
  // The toolkit cannot set `isPlugin`.
  const deployments = client.serverless.v1.services(serviceSid).environments(environmentSid).deployments;
  await deployments.create({ buildSid: sid, ...(upload.isPlugin === true ? { isPlugin: true } : {}) });
  return sid;
}

function mergeDependencies(
  build: DeployTarget["build"],
  ours: Upload["dependencies"],
): Upload["dependencies"][number][] {
  // The toolkit's type lacks the dependencies, which the API returns.
  const current = (build as { dependencies?: Upload["dependencies"] } | null)?.dependencies ?? [];
  const names = new Set(ours.map(({ name }) => name));
  return [...current.filter(({ name }) => !names.has(name)), ...ours];
}

/** Interval in ms and number of status checks: five minutes, like Twilio's own tools. */
const INTERVAL = 1000;
const CHECKS = 300;

async function finished({ serverless, wait }: DeployContext, serviceSid: string, sid: string): Promise<void> {
  for (let check = 0; check < CHECKS; check += 1) {
    const status = await api.getBuildStatus(sid, serviceSid, serverless);
    if (status === "completed") return;
    if (status === "failed") {
      throw new DeployFailure(
        "build-failed",
        `Twilio could not build the upload. See the build ${sid} in the console for the reason; the current deployment is unchanged.`,
      );
    }
    await wait(INTERVAL);
  }
  throw new DeployFailure(
    "build-failed",
    `Twilio did not finish the build ${sid} within ${(CHECKS * INTERVAL) / 60_000} minutes. Run this again.`,
  );
}
