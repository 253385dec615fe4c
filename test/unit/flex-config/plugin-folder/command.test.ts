import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pluginFolderCommand } from "@schedule-manager/flex-config/plugin-folder/command";
import { DeployFailure } from "@schedule-manager/flex-config/deploy/failure";
import { UsageError } from "@schedule-manager/flex-config/cli/read-config";

const ROOT = resolve(__dirname, "../../../..");
const NAME = "plugin-flex-schedule-manager";
const SCRIPT = `bundle/${NAME}.js`;

let folder: string;
let out: string[];
let err: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plugin-folder-"));
  [out, err] = [[], []];
  jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The plugin's build is slow; any script suffices here. */
const builds = {
  plugin: async (to: string, oneFile: boolean): Promise<void> => {
    writeFileSync(
      join(to, `${NAME}.js`),
      `window.plugin = ${oneFile};\n//# sourceMappingURL=${NAME}.js.map\n`,
    );
    writeFileSync(join(to, "third-party-licenses.txt"), "Licence: MPL-2.0");
  },
};
const write = async (...args: string[]): Promise<number> => pluginFolderCommand(args, ROOT, builds);
const text = (...names: string[]): string => readFileSync(join(folder, ...names), "utf8");

describe("npm run plugin:folder", () => {
  it("[PF1, PF2] writes the builder's files, the licences and the script without its source map", async () => {
    expect(await write("--out", folder)).toBe(0);
    expect(out).toEqual([`The plugin is in ${folder}. Its README.md describes the next steps.\n`]);
    expect(text(SCRIPT)).toBe("window.plugin = false;\n");
    expect(text("third-party-licenses.txt")).toContain("MPL-2.0");
    const own = JSON.parse(readFileSync(join(ROOT, "plugin/package.json"), "utf8")) as {
      version: string;
      dependencies: Record<string, string>;
    };
    expect(JSON.parse(text("package.json"))).toMatchObject({
      name: NAME,
      version: own.version,
      dependencies: { react: own.dependencies["react"], "react-dom": own.dependencies["react-dom"] },
      devDependencies: { "@twilio/flex-ui": own.dependencies["@twilio/flex-ui"] },
    });
    for (const name of ["src/index.js", "webpack.config.js", "public/appConfig.js", "stub-fs/index.js"])
      expect(existsSync(join(folder, name))).toBe(true);
  });

  it("[PP5] writes a single script with --one-file", async () => {
    expect(await write("--out", folder, "--one-file")).toBe(0);
    expect(text(SCRIPT)).toBe("window.plugin = true;\n");
  });

  it("[PF3] writes its own folder again, and a folder that does not exist, also beside the caller", async () => {
    expect(await write("--out", join(folder, "new"))).toBe(0);
    writeFileSync(join(folder, "new/src/index.js"), "spoilt");
    const before = process.env["INIT_CWD"];
    process.env["INIT_CWD"] = folder;
    expect(await write("--out", "new")).toBe(0);
    if (before === undefined) delete process.env["INIT_CWD"];
    else process.env["INIT_CWD"] = before;
    expect(text("new", "src/index.js")).toContain("loadPlugin");
  });

  it.each([
    ["files of somebody else", "notes.txt", "mine"],
    ["another package", "package.json", '{ "name": "another" }'],
  ])("[PF3] refuses a folder with %s, and leaves it unchanged", async (_, name, content) => {
    writeFileSync(join(folder, name), content);
    await expect(async () => write("--out", folder)).rejects.toThrow(UsageError);
    await expect(async () => write("--out", folder)).rejects.toThrow("has other content");
    expect([readdirSync(folder), text(name)]).toEqual([[name], content]);
  });

  it("[FC4] a file in the folder's place and a failed build are reported in a line, with the exit code", async () => {
    const place = join(folder, "taken");
    mkdirSync(place);
    writeFileSync(join(place, "bundle"), "");
    writeFileSync(join(place, "package.json"), JSON.stringify({ name: NAME }));
    expect(await write("--out", place)).toBe(1);
    expect(err).toEqual([expect.stringMatching(/^Cannot write .*taken: .*\n$/)]);

    const failing = { plugin: () => Promise.reject(new DeployFailure("build-failed", "It failed.")) };
    expect(await pluginFolderCommand(["--out", join(folder, "other")], ROOT, failing)).toBe(1);
    expect([err.at(-1), existsSync(join(folder, "other"))]).toEqual(["It failed. (build-failed)\n", false]);
  });

  it("[CL10] --help explains the command, and builds nothing", async () => {
    expect(await write("--out", folder, "--help")).toBe(0);
    expect([out, readdirSync(folder)]).toEqual([[expect.stringContaining("--one-file")], []]);
  });
});
