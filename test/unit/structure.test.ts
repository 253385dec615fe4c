import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");
const FOLDERS = ["shared", "functions", "plugin", "flex-config", "test"] as const;
type Folder = (typeof FOLDERS)[number];

/** Who may import whom: imports flow from shared outwards, and nothing imports the tests. */
const MAY_IMPORT: Record<Folder, readonly Folder[]> = {
  shared: ["shared"],
  functions: ["functions", "shared"],
  plugin: ["plugin", "shared"],
  "flex-config": ["flex-config", "shared"],
  test: FOLDERS,
};

/** What the pure core may use from outside. */
const SHARED_PACKAGES = ["luxon", "valibot", "ical.js"];

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "build"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), "utf8"), true, true);
  return importedFiles.map(({ fileName }) => ({ file, specifier: fileName }));
}

/** The folder of ours that an import leads to; null: a package from outside. */
function target({ file, specifier }: Import): Folder | null {
  const own = /^@schedule-manager\/([^/]+)/.exec(specifier)?.[1];
  const folder =
    own ?? (specifier.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), specifier)) : "");
  return FOLDERS.find((name) => folder === name || folder.startsWith(`${name}/`)) ?? null;
}

/** The feature that a file of the plugin belongs to. */
const feature = (path: string): string | undefined => /^plugin\/src\/features\/([^/]+)\//.exec(path)?.[1];

const all = FOLDERS.flatMap((folder) => sources(folder).flatMap(importsOf));

describe("structure", () => {
  it("[HS1] imports flow shared ← functions, plugin, flex-config ← test", () => {
    expect(all.length).toBeGreaterThan(50);
    const wrong = all.filter((entry) => {
      const from = entry.file.split("/")[0] as Folder;
      const to = target(entry);
      return to !== null && !MAY_IMPORT[from].includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it("[HS2] shared uses no package but its own few, and no part of Node", () => {
    const outside = all.filter(
      (entry) =>
        entry.file.startsWith("shared/") &&
        target(entry) === null &&
        !SHARED_PACKAGES.some((name) => entry.specifier === name || entry.specifier.startsWith(`${name}/`)),
    );
    expect(outside).toEqual([]);
  });

  it("[HS3] features of the plugin never import each other", () => {
    const crossing = all.filter((entry) => {
      const from = feature(entry.file);
      if (from === undefined || !entry.specifier.startsWith(".")) return false;
      const to = feature(relative(ROOT, resolve(ROOT, dirname(entry.file), entry.specifier)));
      return to !== undefined && to !== from;
    });
    expect(crossing).toEqual([]);
  });

  it("[HS4] shared reads no clock", () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local|utc)\(\)|\bperformance\.now\(/;
    const reading = sources("shared").filter((file) =>
      clock.test(readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
    );
    expect(reading).toEqual([]);
  });
});
