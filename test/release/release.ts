import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gt, valid } from "semver";
import { UserError } from "../stand-in/user-error";
import { releaseChangelog } from "./changelog";

const PACKAGES = ["", "shared", "functions", "plugin", "flex-config"];

export interface ReleaseOptions {
  /** The project's folder, a git repository. */
  readonly root: string;
  readonly version: string;
  /** ISO 8601, a day */
  readonly date: string;
  /** Runs `npm run check`. @returns whether it passed */
  readonly check: () => boolean;
}

interface Manifest {
  version?: string;
}

/** Every place that states the version: one for each package, and in the lock file. */
function setVersions(root: string, version: string): readonly string[] {
  const edit = (file: string, change: (json: Manifest & { packages?: Record<string, Manifest> }) => void) => {
    const path = join(root, file);
    const json = JSON.parse(readFileSync(path, "utf8")) as Manifest & { packages?: Record<string, Manifest> };
    change(json);
    writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
    return file;
  };
  const manifests = PACKAGES.map((name) =>
    edit(join(name, "package.json"), (json) => {
      json.version = version;
    }),
  );
  const lock = edit("package-lock.json", (json) => {
    json.version = version;
    for (const name of PACKAGES) {
      const entry = json.packages?.[name];
      if (entry !== undefined) entry.version = version;
    }
  });
  return [...manifests, lock];
}

/** Moves the changelog's entries into a version, sets that version everywhere, commits and tags. Changes nothing on refusal. */
export function release({ root, version, date, check }: ReleaseOptions): void {
  const git = (...words: readonly string[]): string =>
    execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  const tag = `v${version}`;
  if (valid(version) !== version)
    throw new UserError(`"${version}" is no version such as 1.2.3 or 1.2.3-rc.1.`);
  const { version: before = "0.0.0" } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Manifest;
  if (!gt(version, before))
    throw new UserError(`${version} is not greater than the current version, ${before}.`);
  if (git("status", "--porcelain") !== "")
    throw new UserError("The working tree has changes: commit them first.");
  if (git("tag", "--list", tag) !== "") throw new UserError(`The tag ${tag} exists.`);
  const path = join(root, "CHANGELOG.md");
  const changelog = releaseChangelog(readFileSync(path, "utf8"), version, date);
  if (changelog === null) throw new UserError('CHANGELOG.md has no entry under "Unreleased".');
  if (!check()) throw new UserError("`npm run check` failed: nothing is released.");
  writeFileSync(path, changelog);
  git("add", "CHANGELOG.md", ...setVersions(root, version));
  git("commit", "--quiet", "--message", `Release ${version}`);
  git("tag", "--annotate", tag, "--message", `Release ${version}`);
}
