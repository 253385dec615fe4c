/** Writes `flex-config/examples/<country>.json`: `npm run examples`. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format } from "prettier";
import { COUNTRIES } from "./countries";
import { toConfiguration } from "./define";

const FOLDER = resolve(__dirname, "../../examples");

async function main(): Promise<void> {
  for (const country of COUNTRIES) {
    const text = await format(JSON.stringify(toConfiguration(country)), { parser: "json", printWidth: 110 });
    writeFileSync(resolve(FOLDER, `${country.code}.json`), text);
  }
  process.stdout.write(`${COUNTRIES.length} examples written\n`);
}

void main();
