/**
 * Builds the real Flex UI as one script for the page, and caches it until its packages or our settings change. npm's
 * `@twilio/flex-ui` contains React, Redux and Paste as plain requires, so it needs a bundler before it runs in a
 * browser. The result is never committed: parts of Flex have Twilio's own terms.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type BuildOptions, version as esbuildVersion } from "esbuild";
import { CACHE, ROOT } from "./cache";

const RECORD = join(CACHE, "flex-ui.json");

const SETTINGS = {
  stdin: {
    contents: 'window.Twilio = { ...window.Twilio, Flex: require("@twilio/flex-ui") };',
    resolveDir: ROOT,
  },
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  metafile: true,
  platform: "browser",
  target: "es2020",
  mainFields: ["browser", "module", "main"],
  define: { "process.env.NODE_ENV": '"production"', global: "window" },
  alias: { path: require.resolve("path-browserify") },
  legalComments: "none",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** The inputs of the cached bundle. */
interface Made {
  readonly settings: string;
  readonly key: string;
  /** Folder of each package in the bundle, and its version. */
  readonly packages: Readonly<Record<string, string>>;
}

export interface HostBundle {
  /** The path of the script. */
  readonly file: string;
  /** A name derived from its content, under which browsers may cache the script forever. */
  readonly key: string;
}

const settingsHash = (): string => {
  const ours = JSON.stringify({ ...SETTINGS, esbuildVersion }).replaceAll(JSON.stringify(ROOT), '""');
  return createHash("sha256").update(ours).digest("hex");
};

const fileOf = (key: string): string => join(CACHE, `flex-ui-${key}.js`);

async function versionOf(folder: string): Promise<string | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8")) as {
      version?: string;
    };
    return manifest.version;
  } catch {
    return undefined;
  }
}

async function cachedBundle(): Promise<HostBundle | null> {
  let record: Made;
  try {
    record = JSON.parse(await readFile(RECORD, "utf8")) as Made;
  } catch {
    return null;
  }
  const { key, packages, settings } = record;
  if (settings !== settingsHash() || !existsSync(fileOf(key))) return null;
  const same = await Promise.all(
    Object.entries(packages).map(async ([folder, version]) => (await versionOf(folder)) === version),
  );
  return same.every(Boolean) ? { file: fileOf(key), key } : null;
}

/** `node_modules/@scope/name` of each file in the bundle, nested installs included. */
const foldersOf = (inputs: readonly string[]): readonly string[] => [
  ...new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])),
];

/** @param onProgress receives a message before the long step, if it runs */
export async function hostBundle(onProgress: (line: string) => void): Promise<HostBundle> {
  const found = await cachedBundle();
  if (found !== null) return found;
  onProgress("Building the Flex UI from its npm package (once, about 10 seconds)");
  await mkdir(CACHE, { recursive: true });
  const unfinished = join(CACHE, `unfinished-${process.pid}.js`);
  const { metafile } = await build({ ...SETTINGS, outfile: unfinished });
  const key = createHash("sha256")
    .update(await readFile(unfinished))
    .digest("hex")
    .slice(0, 16);
  const packages: Record<string, string> = {};
  for (const folder of foldersOf(Object.keys(metafile.inputs))) {
    const version = await versionOf(folder);
    if (version !== undefined) packages[folder] = version;
  }
  await rename(unfinished, fileOf(key));
  const record: Made = { settings: settingsHash(), key, packages };
  await writeFile(RECORD, JSON.stringify(record));
  const older = (await readdir(CACHE)).filter((name) => /^flex-ui-.*\.js$/.test(name) && !name.includes(key));
  await Promise.all(older.map((name) => rm(join(CACHE, name), { force: true })));
  return { file: fileOf(key), key };
}
