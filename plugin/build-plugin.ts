/**
 * Builds the main script that Flex loads and the chunks that it loads on demand, in memory, each with its source map,
 * and the licences of the bundled packages. The release name is a hash of all the contents, so a script never loads
 * the chunks of another build.
 *
 * Flex loads one classic script per plugin. The sources are bundled as ES modules with code splitting first; each
 * module is then bundled into a classic script. Chunks read the modules that the main script contains from a global.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig, mergeConfig, type Plugin, type Rolldown } from "vite";
import { thirdPartyLicenses } from "../shared/bundling/third-party-licenses";
import { CHUNKS, chunkKey } from "./src/app/chunks/chunks";
import { ownersOf } from "./chunk-owners";
import { common, TARGET } from "./vite-config";

const here = dirname(fileURLToPath(import.meta.url));

export const SCRIPT = "plugin-flex-schedule-manager.js";
/** The global from which chunks read the modules that the main script contains. */
const MAIN = "FlexScheduleManagerPlugin";
const MAIN_CHUNK = "main.js";
const RELEASE_LENGTH = 16;

interface BuiltScript {
  readonly code: string;
  readonly map: string;
}

export interface BuiltPlugin {
  readonly main: BuiltScript;
  /** Keyed by the path below the folder of chunks: `<release>/<chunk>.js`. */
  readonly chunks: ReadonlyMap<string, BuiltScript>;
  /** The licences of all packages in the main script and the chunks. */
  readonly licenses: string;
  readonly release: string;
}

type Chunk = Rolldown.OutputChunk;

async function chunksOf(config: InlineConfig): Promise<readonly Chunk[]> {
  const result = await build(mergeConfig(common, config));
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((one) => {
    if (!("output" in one)) throw new Error("Vite returned a watcher instead of a build result");
    return one.output.filter((file): file is Chunk => file.type === "chunk");
  });
}

/** Bundles the sources as ES modules that import each other. */
const split = (oneFile: boolean): Promise<readonly Chunk[]> =>
  chunksOf({
    build: {
      write: false,
      minify: false,
      lib: { entry: join(here, "src/index.ts"), formats: ["es"], fileName: () => MAIN_CHUNK },
      rolldownOptions: {
        output: { chunkFileNames: "[name].js", ...(oneFile ? { codeSplitting: false } : {}) },
      },
    },
  });

/** The files in the main script: the entry and its static imports. */
function chunksInMain(chunks: ReadonlyMap<string, Chunk>): ReadonlySet<string> {
  const inMain = new Set<string>();
  const add = (file: string): void => {
    if (inMain.has(file)) return;
    inMain.add(file);
    chunks.get(file)?.imports.forEach(add);
  };
  add(MAIN_CHUNK);
  return inMain;
}

const ENTRY = "\0entry";
/** A real path, because the bundler leaves virtual modules (names that begin with \0) out of source maps. */
const MODULES = `${join(here, "dist").replaceAll("\\", "/")}/`;
/** The name under which the main script exports a module. */
const globalName = (file: string): string => `module_${chunkKey(file)}`;

interface Modules {
  readonly chunks: ReadonlyMap<string, Chunk>;
  readonly inMain: ReadonlySet<string>;
  /** The files that are loaded on demand. */
  readonly onDemand: ReadonlySet<string>;
  /** The chunk whose script brings a module that later chunks share, by module. */
  readonly owners: ReadonlyMap<string, string>;
  readonly release: string;
}

/** Resolves imports between modules to their code, or to the global of a script that is already loaded. */
function fromModules(
  { chunks, inMain, onDemand, owners, release }: Modules,
  entry: string,
  text: string,
): Plugin {
  const isMain = entry === MAIN_CHUNK;
  const fileOf = (id: string): string => id.replace(MODULES, "").replace(/^\.\//, "");
  return {
    name: "from-modules",
    enforce: "pre",
    resolveId(id, importer) {
      if (importer === undefined) return ENTRY;
      const file = fileOf(id);
      if (!chunks.has(file)) return null;
      const owner = owners.get(file) ?? (onDemand.has(file) ? file : entry);
      const isElsewhere = !isMain && (inMain.has(file) || owner !== entry);
      return isElsewhere ? { id: `handed-over:${file}`, external: true } : MODULES + file;
    },
    load(id) {
      if (id === ENTRY) return text;
      const chunk = id.startsWith(MODULES) ? chunks.get(fileOf(id)) : undefined;
      if (chunk === undefined) return null;
      return { code: loading(chunk, release), map: chunk.map };
    },
  };
}

/** Replaces `import("./admin.js")` with a call that a classic script can make. */
function loading({ code, dynamicImports, fileName }: Chunk, release: string): string {
  return dynamicImports.reduce((text, file) => {
    // A one-file build contains its own code already.
    if (file === fileName) return text;
    const call = `import("./${file}")`;
    if (!text.includes(call)) throw new Error(`The bundle of ${file} contains no ${call}`);
    return text.replaceAll(call, `${CHUNKS}.load("${release}/${file}")`);
  }, code);
}

async function script(modules: Modules, entry: string): Promise<BuiltScript> {
  const { chunks, inMain, owners } = modules;
  const names = chunks.get(entry)?.exports.join(", ") ?? "";
  const isMain = entry === MAIN_CHUNK;
  const owned = [...owners].filter(([, owner]) => owner === entry);
  const text = isMain
    ? handingOver(modules)
    : [
        `export { ${names} } from "./${entry}";`,
        ...owned.map(([file]) => `export * as ${globalName(file)} from "./${file}";`),
      ].join("\n");
  const globals = (id: string): string => {
    const file = id.replace(/^handed-over:/, "");
    if (inMain.has(file)) return `${MAIN}.${globalName(file)}`;
    const owner = owners.get(file);
    return owner === undefined
      ? `${CHUNKS}.${chunkKey(file)}`
      : `${CHUNKS}.${chunkKey(owner)}.${globalName(file)}`;
  };
  const [chunk, ...others] = await chunksOf({
    plugins: [fromModules(modules, entry, text)],
    build: {
      write: false,
      target: TARGET,
      lib: {
        entry: ENTRY,
        formats: ["iife"],
        name: isMain ? MAIN : `${CHUNKS}.${chunkKey(entry)}`,
        fileName: () => entry,
      },
      rolldownOptions: {
        output: { globals, ...(isMain ? {} : { extend: true, exports: "named" as const }) },
      },
    },
  });
  if (chunk === undefined || others.length > 0)
    throw new Error(`${entry} did not build into exactly one script`);
  if (!chunk.map) throw new Error(`${entry} has no source map`);
  const file = isMain ? SCRIPT : entry;
  const code = chunk.code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "").trimEnd();
  return {
    code: `${code}\n//# sourceMappingURL=${file}.map\n`,
    // A source map is an object.
    map: JSON.stringify({ ...(JSON.parse(chunk.map.toString()) as object), file }),
  };
}

/**
 * The main script assigns the modules that chunks import to `window` explicitly: Twilio's plugin builder wraps it in
 * a module, in which a top-level variable is not global.
 */
function handingOver({ chunks, inMain }: Modules): string {
  const isTaken = (file: string): boolean =>
    [...chunks.values()].some(({ fileName, imports }) => !inMain.has(fileName) && imports.includes(file));
  const taken = [...inMain].filter(isTaken);
  return [
    `import "./${MAIN_CHUNK}";`,
    ...taken.map((file) => `import * as ${globalName(file)} from "./${file}";`),
    `window.${MAIN} = { ${taken.map(globalName).join(", ")} };`,
  ].join("\n");
}

/** Builds all scripts in memory. `oneFile` builds no chunks. */
export async function buildPlugin(oneFile = false): Promise<BuiltPlugin> {
  const all = await split(oneFile);
  const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const hash = createHash("sha256");
  for (const { fileName, code } of all.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    hash.update(`${fileName}\n${code}\n`);
  const release = hash.digest("hex").slice(0, RELEASE_LENGTH);
  const loaded = new Set(all.flatMap(({ dynamicImports }) => dynamicImports));
  // A one-file build imports itself.
  loaded.delete(MAIN_CHUNK);
  const inMain = chunksInMain(chunks);
  const modules = { chunks, inMain, onDemand: loaded, owners: ownersOf(chunks, inMain, loaded), release };
  const scripts = new Map<string, BuiltScript>();
  for (const file of loaded) scripts.set(`${release}/${file}`, await script(modules, file));
  const mit = await readFile(join(here, "../LICENSE"), "utf8");
  const licenses = thirdPartyLicenses(
    all.flatMap(({ moduleIds }) => moduleIds),
    mit,
  );
  return { main: await script(modules, MAIN_CHUNK), chunks: scripts, licenses, release };
}
