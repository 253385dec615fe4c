/** Runs the build scripts of the functions and the plugin, into folders used by this run only. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeployFailure } from "./failure";
import { withTemporaryFolder } from "./temporary-folder";

/** The two builds. Each empties its folder first. */
export interface Builds {
  /**
   * Writes `functions`, `assets` and `package.json`.
   * @param snapshotFile packed as the functions' fallback
   * @param signedOnly makes `check-schedule` and `hours` protected functions
   */
  functions(folder: string, snapshotFile: string | null, signedOnly: boolean): Promise<void>;
  /**
   * Writes the plugin's script, its chunks and source maps.
   * @param oneFile puts everything into the script
   */
  plugin(folder: string, oneFile: boolean): Promise<void>;
}

/**
 * @param root the project's folder
 */
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

/** Folder for copies of the published configuration; ignored by git. */
export const liveFolder = (root: string): string => join(root, "flex-config/build/live");

/** Builds in progress. */
const running = new Set<ChildProcess>();

/** Uses a new folder for each run, so that concurrent deploys do not empty each other's. */
export const withBuildFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  withTemporaryFolder(join(tmpdir(), "schedule-manager-build-"), work, () => {
    for (const child of running) child.kill("SIGKILL");
    process.stderr.write("\nInterrupted. Run this again to continue.\n");
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
        reject(new DeployFailure("build-failed", `Building the ${what} failed:\n${output.join("").trim()}`));
    });
  });
}
