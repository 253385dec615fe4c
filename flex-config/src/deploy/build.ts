/** Builds the functions and the plugin with their own build scripts, into folders that only this run uses. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeployFailure } from "./failure";
import { withTemporaryFolder } from "./temporary-folder";

/** The two builds, each into a folder that it empties first. */
export interface Builds {
  /**
   * `functions`, `assets` and `package.json`.
   * @param snapshotFile what is packed as their fallback
   * @param signedOnly the check is a protected function
   */
  functions(folder: string, snapshotFile: string | null, signedOnly: boolean): Promise<void>;
  /** The plugin's script, the parts that it loads itself, and their maps. @param oneFile everything in the script */
  plugin(folder: string, oneFile: boolean): Promise<void>;
}

/** @param root the project's folder */
export const realBuilds = (root: string): Builds => ({
  functions: (folder, snapshotFile, signedOnly) => {
    const snapshot = snapshotFile === null ? [] : ["--snapshot", snapshotFile];
    const signed = signedOnly ? ["--signed-only"] : [];
    const script = ["--import", "tsx", "functions/build.ts", "--out", folder];
    return run(root, "functions", [...script, ...snapshot, ...signed]);
  },
  plugin: (folder, oneFile) =>
    run(root, "plugin", [
      "--import",
      "tsx",
      "plugin/build.ts",
      "--out",
      folder,
      ...(oneFile ? ["--one-file"] : []),
    ]),
});

/** Where what was live is kept; ignored by git. */
export const liveFolder = (root: string): string => join(root, "flex-config/build/live");

/** Builds that run now. */
const running = new Set<ChildProcess>();

/** Two deploys at once must not empty each other's folder. */
export const withBuildFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  withTemporaryFolder(join(tmpdir(), "schedule-manager-build-"), work, () => {
    for (const child of running) child.kill("SIGKILL");
    process.stderr.write("\nInterrupted. Running this again goes on from there.\n");
  });

function run(root: string, what: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => output.push(chunk));
    }
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      if (code === 0) resolve();
      else
        reject(
          new DeployFailure("build-failed", `The ${what} could not be built:\n${output.join("").trim()}`),
        );
    });
  });
}
