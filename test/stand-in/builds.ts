/**
 * Builds the functions and the plugin with their own build scripts, and caches each result until its sources change.
 * Each result has a folder named by a hash of its sources, so concurrent starts never write into the same folder.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";
import { CACHE, ROOT } from "./cache";
import { UserError } from "./user-error";

interface Work {
  readonly name: "functions" | "plugin";
  /** Files and folders on which the result depends. */
  readonly sources: readonly string[];
  /** The script and its arguments. */
  readonly command: (outDir: string) => readonly string[];
}

const FUNCTIONS: Work = {
  name: "functions",
  sources: [
    "functions/src",
    "functions/build.ts",
    "functions/build-functions.ts",
    "functions/package.json",
    "shared/src",
    "shared/bundling",
  ],
  command: (outDir) => ["--import", "tsx", "functions/build.ts", "--out", outDir],
};

const PLUGIN: Work = {
  name: "plugin",
  sources: [
    "plugin/src",
    "plugin/build.ts",
    "plugin/build-plugin.ts",
    "plugin/chunk-owners.ts",
    "plugin/decode-at-once.ts",
    "plugin/paste-modules.ts",
    "plugin/sync-sdk.ts",
    "plugin/vite-config.ts",
    "plugin/package.json",
    "shared/src",
    "shared/bundling",
  ],
  command: (outDir) => ["--import", "tsx", "plugin/build.ts", "--out", outDir],
};

/** A test runner sets it to `test`, which would build the plugin with React's development files. */
const BUILD_ENV = { NODE_ENV: "production" };

/** @returns the folder with `functions` and `assets` */
export const builtFunctions = (onProgress: (line: string) => void): Promise<string> =>
  built(FUNCTIONS, onProgress);

/** @returns the same folder with the plugin's chunks among the assets, as after a deploy */
export async function servedFunctions(onProgress: (line: string) => void): Promise<string> {
  const [functions, plugin] = await Promise.all([built(FUNCTIONS, onProgress), built(PLUGIN, onProgress)]);
  const from = createHash("sha256").update(`${functions} ${plugin}`).digest("hex");
  return cachedFolder("served", from, async (folder) => {
    await cp(functions, folder, { recursive: true });
    await cp(join(plugin, "chunks"), join(folder, "assets", CHUNKS_PATH), { recursive: true });
  });
}

/** @returns the script that Flex loads */
export async function builtPlugin(onProgress: (line: string) => void): Promise<string> {
  const folder = await built(PLUGIN, onProgress);
  const script = (await readdir(folder)).find((name) => name.endsWith(".js"));
  if (script === undefined)
    throw new UserError("The plugin's build wrote no script. Run npm run build:plugin to see why.");
  return join(folder, script);
}

/** All sources of the builds in this repository, relative to the root. */
export const SOURCES: readonly string[] = [...new Set([...FUNCTIONS.sources, ...PLUGIN.sources])];

/** Builds in progress or done in this process. */
const builds = new Map<Work, Promise<string>>();

/** Rebuilds both if their sources have changed; resolves when neither build is running. */
export async function rebuild(onProgress: (line: string) => void): Promise<void> {
  builds.clear();
  const results = await Promise.allSettled([built(FUNCTIONS, onProgress), built(PLUGIN, onProgress)]);
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

function built(work: Work, onProgress: (line: string) => void): Promise<string> {
  const known = builds.get(work) ?? build(work, onProgress);
  builds.set(work, known);
  known.catch(() => builds.delete(work));
  return known;
}

/** A source changed during the build, so the result matches no fingerprint. */
class SourcesChanged extends Error {}

async function build(work: Work, onProgress: (line: string) => void): Promise<string> {
  const before = await fingerprint(work);
  try {
    return await cachedFolder(work.name, before, async (folder) => {
      onProgress(`Building the ${work.name}`);
      await run(work, folder);
      if ((await fingerprint(work)) !== before) throw new SourcesChanged();
    });
  } catch (error) {
    if (error instanceof SourcesChanged) return build(work, onProgress);
    throw error;
  }
}

/** The folder for a name and the content of its sources; created if missing. */
async function cachedFolder(
  name: string,
  from: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(CACHE, `${name}-${from.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  try {
    await make(unfinished);
    // A concurrent start may have finished the same build; both results are equal.
    if (!existsSync(folder)) await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await forgetOldest(name);
  return folder;
}

async function fingerprint({ sources, name }: Work): Promise<string> {
  const hash = createHash("sha256").update(name + JSON.stringify(BUILD_ENV));
  for (const source of [...sources, "package-lock.json"]) {
    for (const file of await filesOf(join(ROOT, source))) {
      hash.update(relative(ROOT, file).replaceAll("\\", "/")).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => filesOf(join(path, name))))).flat();
}

function run({ name, command }: Work, outDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command(outDir)], {
      cwd: ROOT,
      env: { ...process.env, ...BUILD_ENV },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => output.push(chunk));
    }
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else {
        const how = signal === null ? `exit code ${code}` : `ended by ${signal}`;
        reject(new UserError(`The ${name} could not be built (${how}):\n${output.join("").trim()}`));
      }
    });
  });
}

/** Running processes may still read the newer folders. */
const KEPT = 4;

async function forgetOldest(name: string): Promise<void> {
  const folders = (await readdir(CACHE)).filter((entry) => new RegExp(`^${name}-[0-9a-f]{16}$`).test(entry));
  const dated = await Promise.all(
    folders.map(async (folder) => ({ folder, at: (await stat(join(CACHE, folder))).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at);
  await Promise.all(
    dated.slice(KEPT).map(({ folder }) => rm(join(CACHE, folder), { recursive: true, force: true })),
  );
}
