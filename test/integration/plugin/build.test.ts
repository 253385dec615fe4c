/** Files that the builds write beside their scripts: complete source maps, and the licences of bundled packages. */
import { readdirSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { basename, dirname, join } from "node:path";
import { LICENSES_FILE } from "@schedule-manager/shared/api/licenses-file";
import { builtFunctions, builtPlugin } from "../../stand-in/builds";

jest.setTimeout(180_000);
let folder: string;
let scripts: readonly string[];
beforeAll(async () => {
  folder = dirname(await builtPlugin(() => undefined));
  const names = readdirSync(folder, { recursive: true }).map(String);
  scripts = names.filter((name) => name.endsWith(".js"));
});

const text = (name: string): string => readFileSync(join(folder, name), "utf8");

/** Texts that are long enough to be found in their source. */
const LITERAL = /["`]([A-Za-z][\w .,:'-]{24,})["`]/g;

describe("the plugin's build", () => {
  it("[PP7] each script has a map with the names and contents of all sources", () => {
    expect(scripts.length).toBeGreaterThan(9);
    let looked = 0;
    for (const name of scripts) {
      const code = text(name);
      expect(code.match(/# sourceMappingURL=\S+/g)).toEqual([`# sourceMappingURL=${basename(name)}.map`]);
      const payload = JSON.parse(text(`${name}.map`)) as SourceMapPayload;
      expect(payload.file).toBe(basename(name));
      expect(payload.sources.length).toBeGreaterThan(0);
      expect(payload.sourcesContent).toHaveLength(payload.sources.length);
      expect(payload.sourcesContent.filter((source) => source === "")).toEqual([]);
      const map = new SourceMap(payload);
      code.split("\n").forEach((line, index) => {
        for (const { 1: literal = "", index: column } of line.matchAll(LITERAL)) {
          const entry = map.findEntry(index, column);
          if (!("originalSource" in entry)) continue;
          const source = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)];
          if (!/(^|\/)(plugin|shared|\.\.)\/src\//.test(entry.originalSource)) continue;
          const here = (source ?? "")
            .split("\n")
            .slice(entry.originalLine, entry.originalLine + 2)
            .join("\n");
          expect([entry.originalSource, here]).toEqual([
            entry.originalSource,
            expect.stringContaining(literal.slice(0, 12)),
          ]);
          looked += 1;
        }
      });
    }
    expect(looked).toBeGreaterThan(500);
  });

  it("[PP8] the licences of all packages in the scripts are beside them, with their texts", () => {
    const places = scripts.map((name) => join(dirname(name), LICENSES_FILE));
    const [licenses = "", ...others] = [...new Set(places)].map(text);
    expect(others).toEqual([licenses]);
    const packages = scripts.flatMap((name) => {
      const { sources } = JSON.parse(text(`${name}.map`)) as SourceMapPayload;
      return sources.flatMap((source) => {
        const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
        return name === undefined ? [] : [name];
      });
    });
    expect(new Set(packages)).toContain("ical.js");
    for (const name of new Set(packages))
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, "m"));
    expect(licenses).toMatch(
      /^ical\.js [\d.]+\nLicence: MPL-2\.0\nSource: https:\/\/\S+\n\n[^-]*Mozilla Public License/m,
    );
    const sections = licenses.split(/\n-{79}\n/).slice(1);
    expect(sections.length).toBeGreaterThan(10);
    for (const section of sections) expect(section).toMatch(/permission|license/i);
  });
});

describe("the functions' build", () => {
  it("[PP8] the licences of bundled packages are packed, and no source map is named", async () => {
    const built = await builtFunctions(() => undefined);
    const packed = join(built, "assets/schedule-manager/third-party-licenses.private.txt");
    expect(readFileSync(packed, "utf8")).toMatch(/^valibot \d/m);
    for (const name of readdirSync(join(built, "functions"), { recursive: true }).map(String)) {
      if (!name.endsWith(".js")) continue;
      expect(readFileSync(join(built, "functions", name), "utf8")).not.toContain("sourceMappingURL");
    }
  });
});
