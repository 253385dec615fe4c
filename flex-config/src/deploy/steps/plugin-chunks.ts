/** The plugin's chunks, loaded when a user opens the Schedule Manager: public assets beside the functions. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import type { ServerlessResourceConfig } from "@twilio-labs/serverless-api";
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";
import type { DeployContext } from "../context";
import { ensureFunctions, type DeployTarget } from "../deploy-target";
import { publishBuild } from "../publish-build";
import { runtimeOf } from "../runtime";
import { rememberBuild } from "./functions";

/** Desktops opened before a deploy, and releases to which a rollback may return, need the chunks of their release. */
const RELEASES_KEPT = 10;

/** Builds the plugin, once in a run, and returns the folder. */
export async function builtPlugin({ builds, folders, settings }: DeployContext): Promise<string> {
  const folder = join(folders.build, "plugin");
  if (!existsSync(folder)) await builds.plugin(folder, settings.pluginOneFile);
  return folder;
}

/** Uploads missing chunks. Chunks contain no secrets: their data requires a Flex token. */
export async function ensureChunks(context: DeployContext): Promise<void> {
  const files = await chunksIn(join(await builtPlugin(context), "chunks"));
  if (files.length === 0) return;
  const place = await ensureFunctions(context);
  const existing = new Set(place?.build?.asset_versions.map(({ path }) => path));
  const missing = files.filter(({ path }) => !existing.has(path));
  if (missing.length === 0) return;
  await context.ledger.change(
    `upload ${missing.length} chunks of the plugin, beside the functions`,
    async () => {
      if (place === null) throw new Error("there is no environment");
      const build = await publishBuild(context, withNewest(place, RELEASES_KEPT - 1), {
        functions: [],
        assets: missing,
        dependencies: [],
        runtime: runtimeOf(place.build),
      });
      await rememberBuild(context, place, build);
    },
  );
}

async function chunksIn(folder: string): Promise<readonly ServerlessResourceConfig[]> {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  const files = names.filter((name) => name.endsWith(".js") || basename(name) === LICENSES_FILE).sort();
  return Promise.all(
    files.map(async (name) => {
      const path = `${CHUNKS_PATH}/${name.replaceAll(sep, "/")}`;
      return {
        name: path,
        path,
        filePath: name,
        access: "public",
        content: withoutMap(await readFile(join(folder, name), "utf8")),
      };
    }),
  );
}

/** Source maps are not uploaded: ten releases of them would approach Twilio's limit for a service. */
const withoutMap = (script: string): string => script.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n");

/** The release of a chunk; undefined for other assets. */
export const releaseOf = (path: string): string | undefined =>
  path.startsWith(`${CHUNKS_PATH}/`) ? path.slice(CHUNKS_PATH.length + 1).split("/")[0] : undefined;

/** Removes the chunks of all but the newest `count` releases. */
function withNewest(place: DeployTarget, count: number): DeployTarget {
  const { build } = place;
  if (build === null) return place;
  const uploaded = new Map<string, number>();
  for (const { path, date_created: created } of build.asset_versions) {
    const release = releaseOf(path);
    if (release !== undefined)
      uploaded.set(release, Math.max(uploaded.get(release) ?? 0, Date.parse(String(created))));
  }
  // Twilio's dates have a resolution of one second; later uploads are listed later.
  const newest = [...uploaded]
    .reverse()
    .sort(([, a], [, b]) => b - a)
    .slice(0, count);
  const kept = new Set(newest.map(([release]) => release));
  const isKept = (path: string): boolean => {
    const release = releaseOf(path);
    return release === undefined || kept.has(release);
  };
  return {
    ...place,
    build: { ...build, asset_versions: build.asset_versions.filter(({ path }) => isKept(path)) },
  };
}
