import { manifestIn } from "../../../../shared/bundling/package-manifest";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServerlessResourceConfig } from "@twilio-labs/serverless-api";
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import type { DeployContext } from "../context";
import { digestOf } from "../digest";
import { DeployFailure } from "../failure";
import { ensurePluginTarget, registerService } from "../plugin-target";
import {
  createPlugin,
  createVersion,
  findPlugin,
  isPluginVersion,
  PLUGIN_NAME,
  type PluginVersion,
  release,
  releasedPlugins,
} from "../plugin-service";
import { publishBuild } from "../publish-build";
import { runtimeOf } from "../runtime";
import { builtPlugin, ensureChunks } from "./plugin-chunks";

export interface PluginOptions {
  /** null: the one in plugin/package.json. */
  readonly version: string | null;
}

/** Builds the plugin, registers it with Flex as a version, and releases it beside all other released plugins. */
export async function pluginStep(context: DeployContext, options: PluginOptions): Promise<void> {
  const { client, ledger } = context;
  const version = options.version ?? packageVersion(context);
  if (!isPluginVersion(version)) {
    throw new DeployFailure("settings-invalid", `"${version}" is not a version such as 1.2.3.`);
  }
  // Uploaded first, before any browser has a script that needs them.
  await ensureChunks(context);
  const folder = await builtPlugin(context);
  const files = await builtFiles(folder);
  const changelog = `Flex Schedule Manager ${version}, content ${digestOf(files.script)}`;

  const known = await findPlugin(client);
  const existing = known?.versions.find((candidate) => candidate.version === version);
  if (existing !== undefined) refuseOther(existing, changelog);
  const sid =
    existing?.sid ?? (await upload(context, { files, version, changelog, pluginSid: known?.sid ?? null }));

  const released = (await releasedPlugins(client)).find(({ name }) => name === PLUGIN_NAME);
  if (released !== undefined && released.versionSid === sid) return;
  const instead = released === undefined ? "" : ` instead of ${released.version}`;
  await ledger.change(`release ${PLUGIN_NAME} ${version}${instead}`, () =>
    release(client, sid, `Flex Schedule Manager ${version}`),
  );
}

/** Refuses to change an existing version, because desktops cache it. */
function refuseOther({ version, changelog }: PluginVersion, ours: string): void {
  if (changelog === ours) return;
  throw new DeployFailure(
    "plugin-version-taken",
    `Version ${version} of the plugin was deployed with other content. Raise "version" in plugin/package.json, or pass another one with --plugin-version.`,
  );
}

interface Files {
  readonly script: Buffer;
  readonly map: Buffer;
  /** Licences of the packages in the script. */
  readonly licenses: Buffer;
}

async function upload(
  context: DeployContext,
  given: {
    readonly files: Files;
    readonly version: string;
    readonly changelog: string;
    /** null: the plugin is not registered yet. */
    readonly pluginSid: string | null;
  },
): Promise<string | null> {
  const { client, ledger, settings } = context;
  const { files, version, changelog } = given;
  const place = await ensurePluginTarget(context);
  const folder = `/plugins/${PLUGIN_NAME}/${version}`;
  const asset = (name: string, content: Buffer): ServerlessResourceConfig & { filePath: string } => ({
    name: `${folder}/${name}`,
    path: `${folder}/${name}`,
    filePath: name,
    access: settings.pluginPublic ? "public" : "protected",
    content,
  });
  await ledger.change(`upload the plugin, version ${version}`, async () => {
    if (place === null) throw new Error("there is no environment");
    await publishBuild(context, place, {
      functions: [],
      assets: [
        asset("bundle.js", files.script),
        asset("bundle.js.map", files.map),
        asset(LICENSES_FILE, files.licenses),
      ],
      dependencies: [],
      runtime: runtimeOf(place.build),
      isPlugin: true,
    });
    await registerService(context, place.serviceSid);
  });
  const pluginSid =
    given.pluginSid ?? (await ledger.change(`make ${PLUGIN_NAME} known to Flex`, () => createPlugin(client)));
  return ledger.change(`make its version ${version} known to Flex`, () =>
    createVersion(client, pluginSid ?? "", {
      version,
      url: `https://${place?.domain}${folder}/bundle.js`,
      changelog,
      isPublic: settings.pluginPublic,
    }),
  );
}

const packageVersion = ({ root }: DeployContext): string => manifestIn(join(root, "plugin")).version;

async function builtFiles(folder: string): Promise<Files> {
  const built = await readFile(join(folder, `${PLUGIN_NAME}.js`), "utf8");
  const script = Buffer.from(built.replace(/(sourceMappingURL=)\S+\s*$/, "$1bundle.js.map\n"));
  const map = await readFile(join(folder, `${PLUGIN_NAME}.js.map`));
  const licenses = await readFile(join(folder, LICENSES_FILE));
  return { script, map, licenses };
}
