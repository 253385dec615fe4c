/** Writes `flex-config/examples/<country>.json`, `<country>-regions.json` and the README's table: `npm run examples`. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format } from "prettier";
import { COUNTRIES } from "@schedule-manager/shared/import-export/holidays/countries";
import { toConfiguration } from "@schedule-manager/shared/import-export/holidays/define";
import { toRegionsConfiguration } from "@schedule-manager/shared/import-export/holidays/region";
import { REGIONS } from "@schedule-manager/shared/import-export/holidays/regions";
import { SOURCES } from "@schedule-manager/shared/import-export/holidays/sources";

const FOLDER = resolve(__dirname, "../../examples");

/** Replaces the rows of the table of sources. */
async function writeSources(): Promise<void> {
  const file = resolve(FOLDER, "README.md");
  const rows = Object.entries(SOURCES).map(
    ([name, { holidaysOf, observedBy, source }]) =>
      `| \`${name}.json\` | ${holidaysOf} | ${observedBy} | ${source} |\n`,
  );
  const text = readFileSync(file, "utf8").replace(/(?:^\| `.*\n)+/m, () => rows.join(""));
  writeFileSync(file, await format(text, { parser: "markdown", printWidth: 120, proseWrap: "preserve" }));
}

async function main(): Promise<void> {
  const files = [
    ...COUNTRIES.map((country) => [country.code, toConfiguration(country)] as const),
    ...REGIONS.map((given) => [`${given.country.code}-regions`, toRegionsConfiguration(given)] as const),
  ];
  for (const [name, configuration] of files) {
    const text = await format(JSON.stringify(configuration), { parser: "json", printWidth: 110 });
    writeFileSync(resolve(FOLDER, `${name}.json`), text);
  }
  await writeSources();
  process.stdout.write(`${files.length} examples written\n`);
}

void main();
