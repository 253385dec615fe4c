/**
 * Builds in memory the script that Flex loads, and the parts that it loads itself when somebody opens what they hold,
 * each with its source map, and the licences of the packages that they contain. The name of the release comes from the
 * contents of all of them, so that a script and its parts always belong together.
 *
 * Flex takes one classic script for a plugin. The sources are therefore split first, as any application is, and each
 * piece is then made such a script: what the main script has, its parts take from it.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type InlineConfig, mergeConfig, type Plugin, type Rolldown } from "vite";
import { thirdPartyLicenses } from "../shared/bundling/third-party-licenses";
import { CHUNKS, chunkKey } from "./src/app/chunks/chunks";
import { common, TARGET } from "./vite-config";

const here = dirname(fileURLToPath(import.meta.url));

/** The name of the main script. */
export const SCRIPT = "plugin-flex-schedule-manager.js";
/** The global under which the main script hands over what its parts take from it. */
const MAIN = "FlexScheduleManagerPlugin";
const MAIN_CHUNK = "main.js";
const RELEASE_LENGTH = 16;

interface BuiltScript {
  readonly code: string;
  readonly map: string;
}

export interface BuiltPlugin {
  readonly main: BuiltScript;
  /** By their paths below the folder of all parts: `<release>/<part>.js`. */
  readonly parts: ReadonlyMap<string, BuiltScript>;
  /** The licences of the packages that are in any of them. */
  readonly licenses: string;
  readonly release: string;
}

type Chunk = Rolldown.OutputChunk;

async function chunksOf(config: InlineConfig): Promise<readonly Chunk[]> {
  const result = await build(mergeConfig(common, config));
  const outputs = Array.isArray(result) ? result : [result];
  return outputs.flatMap((one) => {
    if (!("output" in one)) throw new Error("Vite watches instead of building");
    return one.output.filter((file): file is Chunk => file.type === "chunk");
  });
}

/** The sources, as modules that import each other. */
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

/** What the main script holds: its own piece and all that it imports. */
function heldByMain(chunks: ReadonlyMap<string, Chunk>): ReadonlySet<string> {
  const held = new Set<string>();
  const add = (file: string): void => {
    if (held.has(file)) return;
    held.add(file);
    chunks.get(file)?.imports.forEach(add);
  };
  add(MAIN_CHUNK);
  return held;
}

const ENTRY = "\0entry";
/** Where the pieces would be as files: the bundler leaves virtual modules, whose names begin with \0, out of its maps. */
const PIECES = `${join(here, "dist").replaceAll("\\", "/")}/`;
/** The name under which the main script exports a piece. */
const heldName = (file: string): string => `held_${chunkKey(file)}`;

interface Pieces {
  readonly chunks: ReadonlyMap<string, Chunk>;
  readonly held: ReadonlySet<string>;
  /** Those that are loaded when they are needed. */
  readonly parts: ReadonlySet<string>;
  readonly release: string;
}

/** Imports of pieces lead to them, or to where a script that is loaded already keeps them. */
function fromPieces({ chunks, held, parts, release }: Pieces, entry: string, text: string): Plugin {
  const isMain = entry === MAIN_CHUNK;
  const fileOf = (id: string): string => id.replace(PIECES, "").replace(/^\.\//, "");
  return {
    name: "from-pieces",
    enforce: "pre",
    resolveId(id, importer) {
      if (importer === undefined) return ENTRY;
      const file = fileOf(id);
      if (!chunks.has(file)) return null;
      const isElsewhere = !isMain && (held.has(file) || (file !== entry && parts.has(file)));
      return isElsewhere ? { id: `handed-over:${file}`, external: true } : PIECES + file;
    },
    load(id) {
      if (id === ENTRY) return text;
      const chunk = id.startsWith(PIECES) ? chunks.get(fileOf(id)) : undefined;
      if (chunk === undefined) return null;
      return { code: loading(chunk, release), map: chunk.map };
    },
  };
}

/** `import("./admin.js")` becomes a call that any classic script can make. */
function loading({ code, dynamicImports, fileName }: Chunk, release: string): string {
  return dynamicImports.reduce((text, file) => {
    // In one file: it is there already.
    if (file === fileName) return text;
    const call = `import("./${file}")`;
    if (!text.includes(call)) throw new Error(`${call} is not where ${file} is loaded`);
    return text.replaceAll(call, `${CHUNKS}.load("${release}/${file}")`);
  }, code);
}

async function script(pieces: Pieces, entry: string): Promise<BuiltScript> {
  const { chunks, held } = pieces;
  const names = chunks.get(entry)?.exports.join(", ") ?? "";
  const isMain = entry === MAIN_CHUNK;
  const text = isMain ? handingOver(pieces) : `export { ${names} } from "./${entry}";`;
  const globals = (id: string): string => {
    const file = id.replace(/^handed-over:/, "");
    return held.has(file) ? `${MAIN}.${heldName(file)}` : `${CHUNKS}.${chunkKey(file)}`;
  };
  const [chunk, ...others] = await chunksOf({
    plugins: [fromPieces(pieces, entry, text)],
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
  if (chunk === undefined || others.length > 0) throw new Error(`${entry} did not become one script`);
  if (!chunk.map) throw new Error(`${entry} has no source map`);
  const file = isMain ? SCRIPT : entry;
  const code = chunk.code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "").trimEnd();
  return {
    code: `${code}\n//# sourceMappingURL=${file}.map\n`,
    map: JSON.stringify({ ...(JSON.parse(chunk.map.toString()) as object), file }),
  };
}

/**
 * The main script, which puts what its parts import from it on `window` itself: Twilio's plugin builder packs it into
 * a module, where a script's own variables are not global.
 */
function handingOver({ chunks, held }: Pieces): string {
  const isTaken = (file: string): boolean =>
    [...chunks.values()].some(({ fileName, imports }) => !held.has(fileName) && imports.includes(file));
  const taken = [...held].filter(isTaken);
  return [
    `import "./${MAIN_CHUNK}";`,
    ...taken.map((file) => `import * as ${heldName(file)} from "./${file}";`),
    `window.${MAIN} = { ${taken.map(heldName).join(", ")} };`,
  ].join("\n");
}

/** Builds all scripts in memory. */
export async function buildPlugin(oneFile = false): Promise<BuiltPlugin> {
  const all = await split(oneFile);
  const chunks = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const hash = createHash("sha256");
  for (const { fileName, code } of all.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
    hash.update(`${fileName}\n${code}\n`);
  const release = hash.digest("hex").slice(0, RELEASE_LENGTH);
  const loaded = new Set(all.flatMap(({ dynamicImports }) => dynamicImports));
  // In one file, it loads itself.
  loaded.delete(MAIN_CHUNK);
  const pieces = { chunks, held: heldByMain(chunks), parts: loaded, release };
  const parts = new Map<string, BuiltScript>();
  for (const file of loaded) parts.set(`${release}/${file}`, await script(pieces, file));
  const mit = await readFile(join(here, "../LICENSE"), "utf8");
  const licenses = thirdPartyLicenses(
    all.flatMap(({ moduleIds }) => moduleIds),
    mit,
  );
  return { main: await script(pieces, MAIN_CHUNK), parts, licenses, release };
}
