import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realBuilds } from "@schedule-manager/flex-config/deploy/build";
import { DeployFailure } from "@schedule-manager/flex-config/deploy/failure";

const PROJECT = join(__dirname, "../../../..");

jest.setTimeout(60_000);

/** A project whose builds write the options that they get. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "schedule-builds-"));
  symlinkSync(join(PROJECT, "node_modules"), join(root, "node_modules"));
  for (const folder of ["functions", "plugin"]) {
    mkdirSync(join(root, folder));
    builds(folder, 'writeFileSync("options", process.argv.slice(2).join(" "));');
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const builds = (folder: string, script: string): void =>
  writeFileSync(join(root, folder, "build.ts"), `import { writeFileSync } from "node:fs";\n${script}\n`);
const options = (): string => readFileSync(join(root, "options"), "utf8");

describe("the builds of a deploy", () => {
  it("[DP15] the functions are built with the fallback and their access", async () => {
    await realBuilds(root).functions("to", null, false);
    expect(options()).toBe("--out to");
    await realBuilds(root).functions("to", "snapshot.json", true);
    expect(options()).toBe("--out to --snapshot snapshot.json --signed-only");
  });

  it("[DP1] the plugin is built with its chunks, or as one file", async () => {
    await realBuilds(root).plugin("to", false);
    expect(options()).toBe("--out to");
    await realBuilds(root).plugin("to", true);
    expect(options()).toBe("--out to --one-file");
  });

  it("[DP10] a build that fails here is named, with all that it printed", async () => {
    builds("plugin", 'console.log("grün"); console.error("no entry"); process.exitCode = 3;');
    const failed = await realBuilds(root)
      .plugin("to", false)
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DeployFailure);
    expect(failed).toMatchObject({ code: "build-failed" });
    const [first, ...printed] = (failed as DeployFailure).message.split("\n");
    expect([first, printed.toSorted()]).toEqual(["Building the plugin failed:", ["grün", "no entry"]]);
    builds("functions", "process.exitCode = 1;");
    await expect(realBuilds(root).functions("to", null, false)).rejects.toThrow(
      /^Building the functions failed:\n$/,
    );
  });
});
