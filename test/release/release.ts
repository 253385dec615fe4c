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
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
}

interface Lock extends Manifest {
  packages?: Record<string, Manifest>;
}

function edit<T>(root: string, file: string, change: (json: T) => void): string {
  const path = join(root, file);
  const json = JSON.parse(readFileSync(path, "utf8")) as T;
  change(json);
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
  return file;
}

/** Every place that states the version: the packages, their dependencies on each other, the lock file and the API. */
function setVersions(root: string, version: string): readonly string[] {
  const names = new Set(
    PACKAGES.map(
      (name) => (JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as Manifest).name,
    ),
  );
  const set = (manifest: Manifest): void => {
    manifest.version = version;
    for (const name of Object.keys(manifest.dependencies ?? {}))
      if (names.has(name) && manifest.dependencies !== undefined) manifest.dependencies[name] = version;
  };
  return [
    ...PACKAGES.map((name) => edit<Manifest>(root, join(name, "package.json"), set)),
    edit<Lock>(root, "package-lock.json", (lock) => {
      lock.version = version;
      for (const name of PACKAGES) {
        const entry = lock.packages?.[name];
        if (entry !== undefined) set(entry);
      }
    }),
    setApiVersion(root, version),
  ];
}

/** Replaces the text, because Prettier formats this file unlike `JSON.stringify`. */
function setApiVersion(root: string, version: string): string {
  const file = "functions/openapi.json";
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  const { info } = JSON.parse(text) as { info: Manifest };
  writeFileSync(path, text.replace(`"version": "${info.version}"`, `"version": "${version}"`));
  return file;
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
