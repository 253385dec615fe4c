import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { withTemporaryFolder } from "@schedule-manager/flex-config/deploy/temporary-folder";
import { build, type Plugin } from "esbuild";

export const ROOT = join(__dirname, "../../..");

/** The code that functions and plugin need to answer, without texts, validation and file parsers. */
export const EVALUATOR = [
  `export { compileSchedule } from "@schedule-manager/shared/evaluator/compile";`,
  `export { evaluate } from "@schedule-manager/shared/evaluator/evaluate";`,
  `export { nextChange, nextOpen, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";`,
].join("\n");

/** The evaluator, and what asks single rules for their days. */
export const EVALUATOR_AND_RULES = [
  EVALUATOR,
  `export { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";`,
  `export { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";`,
].join("\n");

/** Leaves out the zone data and what reads it, which have limits of their own. */
const withoutZones: Plugin = {
  name: "without-zones",
  setup: (bundler) => {
    bundler.onResolve({ filter: /\/zone(-[a-z]+)?$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Bundles TypeScript source for Node, as `functions/build-functions.ts` does for a handler. */
export async function bundle(source: string, format: "cjs" | "esm" = "cjs", zones = true): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: join(ROOT, "test"), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    platform: "node",
    format,
    target: "node20",
    plugins: zones ? [] : [withoutZones],
  });
  return result.outputFiles[0]?.text ?? "";
}

export const gzipBytes = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Writes files to a folder inside the project, so that packages resolve, and removes it afterwards. */
export const withFiles = <T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> =>
  withTemporaryFolder(
    join(ROOT, "node_modules/.bench-"),
    (folder) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return use(folder);
    },
    () => undefined,
  );
