/**
 * Builds the plugin into a folder: `dist/plugin-flex-schedule-manager.js` and `dist/chunks/<release>/<chunk>.js`, each
 * with its source map, and the licences of the bundled packages.
 *
 * `--out DIR` sets the folder. `--one-file` builds a single script without chunks, for sites whose content security
 * policy allows no script besides the plugin's.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LICENSES_FILE } from "../shared/src/api/licenses-file";
import { buildPlugin, type BuiltPlugin, SCRIPT } from "./build-plugin";

const here = dirname(fileURLToPath(import.meta.url));

/** Empties the folder, then writes all scripts. */
async function writePlugin(outDir: string, oneFile: boolean): Promise<BuiltPlugin> {
  const built = await buildPlugin(oneFile);
  await rm(outDir, { recursive: true, force: true });
  const files = [
    [SCRIPT, built.main] as const,
    ...[...built.chunks].map(([path, one]) => [`chunks/${path}`, one] as const),
  ];
  for (const [path, { code, map }] of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), code);
    await writeFile(join(outDir, `${path}.map`), map);
  }
  // The main script and the chunks are served from different origins, and each needs the licences.
  await writeFile(join(outDir, LICENSES_FILE), built.licenses);
  if (built.chunks.size > 0)
    await writeFile(join(outDir, "chunks", built.release, LICENSES_FILE), built.licenses);
  return built;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: "string" }, "one-file": { type: "boolean", default: false } },
  });
  const outDir = resolve(values.out ?? join(here, "dist"));
  const { main: script, chunks } = await writePlugin(outDir, values["one-file"]);
  for (const [path, { code }] of [[SCRIPT, script] as const, ...chunks]) {
    process.stdout.write(`${String(code.length).padStart(9)}  ${path}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
