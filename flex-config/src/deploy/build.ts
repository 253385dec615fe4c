/** Builds the functions and the plugin with their own build scripts, into folders that nothing else uses. */
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { DeployFailure } from "./failure";

/** The two builds, each answering the folder with its result. */
export interface Builds {
  /** With `functions`, `assets` and `package.json`. @param snapshotFile what is packed as their fallback */
  functions(snapshotFile: string | null): Promise<string>;
  /** With the plugin's script and its map. */
  plugin(): Promise<string>;
}

export const realBuilds = (root: string): Builds => ({
  functions: (snapshotFile) => buildFunctions(root, snapshotFile),
  plugin: () => buildPlugin(root),
});

/** Ignored by git; each run builds anew. */
export const buildFolder = (root: string, part: string): string => join(root, "flex-config/build", part);

function run(root: string, what: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => output.push(chunk));
    }
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new DeployFailure("build-failed", `The ${what} could not be built:\n${output.join("").trim()}`),
        );
    });
  });
}

async function buildFunctions(root: string, snapshotFile: string | null): Promise<string> {
  const folder = buildFolder(root, "functions");
  const snapshot = snapshotFile === null ? [] : ["--snapshot", snapshotFile];
  await run(root, "functions", ["--import", "tsx", "functions/build.ts", "--out", folder, ...snapshot]);
  return folder;
}

async function buildPlugin(root: string): Promise<string> {
  const folder = buildFolder(root, "plugin");
  const vite = dirname(createRequire(join(root, "package.json")).resolve("vite/package.json"));
  const args = ["build", "--config", "plugin/vite.config.ts", "--outDir", folder, "--emptyOutDir"];
  await run(root, "plugin", [join(vite, "bin/vite.js"), ...args]);
  return folder;
}
