/**
 * Builds the functions into dist, or into the folder given by `--out`.
 *
 * `--snapshot FILE` packs that file as the fallback while Sync is unreachable. `--signed-only` makes
 * `check-schedule` and `hours` protected functions, which accept only requests signed by Twilio.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFunctions } from "./build-functions";

function optionValue(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}

async function main(): Promise<void> {
  const snapshot = optionValue("--snapshot");
  const sizes = await buildFunctions({
    outDir: optionValue("--out") ?? join(dirname(fileURLToPath(import.meta.url)), "dist"),
    signedOnly: process.argv.includes("--signed-only"),
    ...(snapshot === undefined ? {} : { snapshot }),
  });
  for (const [name, size] of Object.entries(sizes)) {
    process.stdout.write(`${name}.js ${(size / 1024).toFixed(1)} kB\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
