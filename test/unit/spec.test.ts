import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const TEST = resolve(__dirname, "..");

function tests(folder: string): string[] {
  return readdirSync(join(TEST, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? entry.name === "node_modules"
        ? []
        : tests(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

const ID = /[A-Z]{2}\d+/g;
const ids = (text: string): readonly string[] => text.match(ID) ?? [];

/** Ids as titles cite them, one or several between brackets at the start. */
const cited = new Set(
  tests(".").flatMap((file) =>
    [...readFileSync(join(TEST, file), "utf8").matchAll(/["'`]\[((?:[A-Z]{2}\d+(?:,\s*)?)+)\]/g)].flatMap(
      (match) => ids(match[1] ?? ""),
    ),
  ),
);

const promised = readFileSync(join(TEST, "SPEC.md"), "utf8")
  .split("\n")
  .flatMap((line) => /^- ([A-Z]{2}\d+) /.exec(line)?.[1] ?? []);

describe("SPEC.md", () => {
  it("[HS5] numbers each promise once", () => {
    expect(promised.filter((id, index) => promised.indexOf(id) !== index)).toEqual([]);
  });

  it("[HS6] has a test for each promise, and a promise for each test", () => {
    expect({
      untested: promised.filter((id) => !cited.has(id)),
      unpromised: [...cited].filter((id) => !promised.includes(id)),
    }).toEqual({ untested: [], unpromised: [] });
  });
});
