/** The structure of the folder for Twilio's CLI. Twilio's own tools are not run. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pluginFolderCommand } from "@schedule-manager/flex-config/plugin-folder/command";
import { ROOT } from "./support/rehearsal";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "plugin-folder-"));
const text = (name: string): string => readFileSync(join(folder, name), "utf8");
const write = async (out = folder, ...more: readonly string[]): Promise<number> =>
  pluginFolderCommand(["--out", out, ...more], ROOT);
const script = (): string => text("bundle/plugin-flex-schedule-manager.js");

beforeAll(async () => {
  jest.spyOn(process.stdout, "write").mockReturnValue(true);
  expect(await write()).toBe(0);
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe("npm run plugin:folder", () => {
  it("[PF1] contains the files that the builder needs", () => {
    const own = JSON.parse(readFileSync(join(ROOT, "plugin/package.json"), "utf8")) as { version: string };
    const manifest = JSON.parse(text("package.json")) as Record<string, Record<string, string>>;
    expect(manifest).toMatchObject({ name: "plugin-flex-schedule-manager", version: own.version });
    const all = { ...manifest["dependencies"], ...manifest["devDependencies"] };
    for (const name of ["@twilio/flex-plugin", "@twilio/flex-plugin-scripts"]) {
      expect(all[name]).toMatch(/^7\./);
    }
    expect(all).toMatchObject({ "@twilio/flex-ui": "2.17.1", webpack: "4.47.0", typescript: "5.9.3" });
    for (const place of Object.values(manifest["overrides"] ?? {})) {
      expect(existsSync(join(folder, place.replace("file:", ""), "package.json"))).toBe(true);
    }
    expect(text("src/index.js").match(/loadPlugin/g)).toHaveLength(1);
    expect(text("src/index.js").match(/\.loadPlugin\(/g)).toHaveLength(1);
    expect(existsSync(join(folder, "public/appConfig.js"))).toBe(true);
    expect(text("README.md")).toContain("twilio flex:plugins:deploy");
    expect(text("third-party-licenses.txt")).toContain("MPL-2.0");
    expect(script()).not.toContain("sourceMappingURL");
  });

  it("[PF2] contains the built script unchanged", () => {
    class ForkTsCheckerWebpackPlugin {}
    class Another {}
    const require = createRequire(join(folder, "package.json"));
    const change = require(join(folder, "webpack.config.js")) as (config: object) => Record<string, unknown>;
    const kept = new Another();
    const config = change({
      mode: "production",
      entry: "src/index.js",
      plugins: [new ForkTsCheckerWebpackPlugin(), kept],
      optimization: { splitChunks: false, minimize: true },
    });
    expect(config).toMatchObject({
      mode: "production",
      plugins: [kept],
      optimization: { splitChunks: false, minimize: false },
    });
    expect(readFileSync(String(config["entry"]), "utf8")).toBe(script());
    expect(script()).toContain("window.Twilio.Flex");
    expect(script().length).toBeGreaterThan(100_000);
  });

  it("[PP5] contains a script with chunks, or a single script", async () => {
    const some = "FlexScheduleManagerChunks.load(";
    expect(script()).toContain(some);
    expect(text("README.md")).toContain("npm run deploy -- sync key functions chunks ui");
    expect(await write(folder, "--one-file")).toBe(0);
    expect(script()).not.toContain(some);
    expect(script().length).toBeGreaterThan(1_000_000);
  });

  it("[PF3] replaces only its own folder", async () => {
    writeFileSync(join(folder, "mine.txt"), "kept");
    writeFileSync(join(folder, "src/index.js"), "spoilt");
    expect(await write()).toBe(0);
    expect([text("mine.txt"), text("src/index.js").includes("loadPlugin")]).toEqual(["kept", true]);
    const before = readFileSync(join(ROOT, "plugin/package.json"), "utf8");
    await expect(write(join(ROOT, "plugin"))).rejects.toThrow("has other content");
    expect(readFileSync(join(ROOT, "plugin/package.json"), "utf8")).toBe(before);
  });
});
