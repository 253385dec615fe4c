import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { release } from "../../release/release";

const PACKAGES = ["", "shared", "functions", "plugin", "flex-config"];
const CHANGELOG = `# Changelog

## Unreleased

### Added

- A switch.

## 1.1.0 - 2026-01-01

### Fixed

- A typo.
`;

const API = (version: string): string => `{
  "openapi": "3.1.0",
  "info": { "title": "API", "version": "${version}" },
  "enum": ["a", "b"]
}
`;

let root = "";
const git = (...words: string[]): string =>
  execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const write = (file: string, text: string): void => {
  writeFileSync(join(root, file), text);
};
const versions = (): readonly string[] =>
  PACKAGES.map((name) => (JSON.parse(read(join(name, "package.json"))) as { version: string }).version);

function run(version: string, passes = true): string {
  try {
    release({ root, version, date: "2026-11-29", check: () => passes });
    return "released";
  } catch (error) {
    return (error as Error).message;
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "release-"));
  git("init", "--quiet");
  git("config", "user.name", "Ada");
  git("config", "user.email", "ada@example.com");
  for (const name of PACKAGES) {
    mkdirSync(join(root, name), { recursive: true });
    const dependencies = name === "plugin" ? { "p-shared": "1.1.0", x: "1.1.0" } : {};
    write(
      join(name, "package.json"),
      JSON.stringify({ name: `p-${name}`, version: "1.1.0", private: true, dependencies }),
    );
  }
  write("functions/openapi.json", API("1.1.0"));
  const packages = Object.fromEntries(
    [...PACKAGES, "node_modules/x"].map((name) => [
      name,
      {
        version: "1.1.0",
        ...(name === "plugin" ? { dependencies: { "p-shared": "1.1.0", x: "1.1.0" } } : {}),
      },
    ]),
  );
  write("package-lock.json", JSON.stringify({ version: "1.1.0", packages }));
  write("CHANGELOG.md", CHANGELOG);
  git("add", ".");
  git("commit", "--quiet", "--message", "Begin");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("npm run release", () => {
  it("[RL1] moves the unreleased entries into a dated version, sets all versions, commits and tags", () => {
    expect(run("1.2.0-rc.1")).toBe("released");
    expect(read("CHANGELOG.md")).toContain(
      "## Unreleased\n\n## 1.2.0-rc.1 - 2026-11-29\n\n### Added\n\n- A switch.\n\n## 1.1.0 - 2026-01-01\n",
    );
    expect(versions()).toEqual(PACKAGES.map(() => "1.2.0-rc.1"));
    const lock = JSON.parse(read("package-lock.json")) as {
      version: string;
      packages: Record<string, { version: string; dependencies?: object }>;
    };
    const own = { "p-shared": "1.2.0-rc.1", x: "1.1.0" };
    expect(JSON.parse(read("plugin/package.json"))).toMatchObject({ dependencies: own });
    expect(lock.packages["plugin"]?.dependencies).toEqual(own);
    expect(read("functions/openapi.json")).toBe(API("1.2.0-rc.1"));
    expect([lock.version, lock.packages["plugin"]?.version]).toEqual(["1.2.0-rc.1", "1.2.0-rc.1"]);
    expect(lock.packages["node_modules/x"]?.version).toBe("1.1.0");
    expect(git("status", "--porcelain")).toBe("");
    expect(git("log", "--format=%s", "-1")).toBe("Release 1.2.0-rc.1");
    expect(git("rev-parse", "v1.2.0-rc.1^{commit}")).toBe(git("rev-parse", "HEAD"));
  });

  it.each([
    ["an uncommitted change", "1.2.0", () => write("new.txt", ""), /working tree has changes/],
    ["an existing tag", "1.2.0", () => void git("tag", "v1.2.0"), /tag v1\.2\.0 exists/],
    ["the current version", "1.1.0", () => undefined, /not greater than the current version, 1\.1\.0/],
    ["a prerelease of the current version", "1.1.0-rc.1", () => undefined, /not greater/],
    ["a text that is no version", "v1.2", () => undefined, /no version/],
    [
      "an empty list of unreleased changes",
      "1.2.0",
      () => {
        write("CHANGELOG.md", CHANGELOG.replace("### Added\n\n- A switch.\n\n", ""));
        git("commit", "--all", "--quiet", "--message", "Empty");
      },
      /no entry/,
    ],
  ])("[RL2] refuses %s, and changes nothing", (_, version, prepare, message) => {
    prepare();
    const before = [git("rev-parse", "HEAD"), git("tag"), git("status", "--porcelain"), read("CHANGELOG.md")];
    expect(run(version)).toMatch(message);
    expect([
      git("rev-parse", "HEAD"),
      git("tag"),
      git("status", "--porcelain"),
      read("CHANGELOG.md"),
    ]).toEqual(before);
    expect(versions()).toEqual(PACKAGES.map(() => "1.1.0"));
  });

  it("[RL2] refuses a failed check, and changes nothing", () => {
    expect(run("1.2.0", false)).toMatch(/check` failed/);
    expect([git("status", "--porcelain"), git("tag")]).toEqual(["", ""]);
  });
});
