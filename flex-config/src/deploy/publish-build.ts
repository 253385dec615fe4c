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
  /** Tells Twilio that this is a Flex plugin's environment. */
  readonly isPlugin?: boolean;
}

interface InBuild {
  readonly sid: string;
  readonly path: string;
}

/**
 * Uploads, builds and deploys. A build is the whole of what an environment serves: what it serves now at other
 * paths is taken over into it, and its dependencies, unless ours name them too.
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

  const ours = new Set([...upload.functions, ...upload.assets].map(({ path }) => path));
  const kept = (versions: readonly InBuild[] = []): string[] =>
    versions.filter(({ path }) => !ours.has(path)).map(({ sid }) => sid);
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
  // The toolkit can't say that it is a plugin.
  const deployments = client.serverless.v1.services(serviceSid).environments(environmentSid).deployments;
  await deployments.create({ buildSid: sid, ...(upload.isPlugin === true ? { isPlugin: true } : {}) });
  return sid;
}

function mergeDependencies(
  build: DeployTarget["build"],
  ours: Upload["dependencies"],
): Upload["dependencies"][number][] {
  const there = (build as { dependencies?: Upload["dependencies"] } | null)?.dependencies ?? [];
  const names = new Set(ours.map(({ name }) => name));
  return [...there.filter(({ name }) => !names.has(name)), ...ours];
}

/** ms between looks at a build, and how many looks there are: Twilio's own tools wait five minutes too. */
const LOOK_EVERY = 1000;
const LOOKS = 300;

async function finished({ serverless, wait }: DeployContext, serviceSid: string, sid: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const status = await api.getBuildStatus(sid, serviceSid, serverless);
    if (status === "completed") return;
    if (status === "failed") {
      throw new DeployFailure(
        "build-failed",
        `Twilio could not build what was uploaded. The build ${sid} in the console says why; nothing was changed in what is deployed.`,
      );
    }
    await wait(LOOK_EVERY);
  }
  throw new DeployFailure(
    "build-failed",
    `Twilio had not finished the build ${sid} after ${(LOOKS * LOOK_EVERY) / 60_000} minutes. Run this again.`,
  );
}
