/** Output of the functions' build, and a digest of its content. */
import { manifestIn } from "../../../shared/bundling/package-manifest";
import { fsHelpers, type ServerlessResourceConfig } from "@twilio-labs/serverless-api";
import { digestOf } from "./digest";

interface Dependency {
  readonly name: string;
  readonly version: string;
}

export interface BuiltFunctions {
  readonly functions: readonly ServerlessResourceConfig[];
  readonly assets: readonly ServerlessResourceConfig[];
  readonly dependencies: readonly Dependency[];
}

export async function readBuiltFunctions(folder: string): Promise<BuiltFunctions> {
  const { functions, assets } = await fsHelpers.getListOfFunctionsAndAssets(folder, {
    functionsFolderNames: ["functions"],
    assetsFolderNames: ["assets"],
  });
  const { dependencies } = manifestIn(folder);
  return {
    functions,
    assets,
    dependencies: Object.entries(dependencies).map(([name, version]) => ({ name, version })),
  };
}

/**
 * Digest of the functions' code. Sorted, because the toolkit lists files in the order of the file system, which
 * varies.
 */
export function functionsDigest(
  runtime: string,
  { functions, dependencies }: Pick<BuiltFunctions, "functions" | "dependencies">,
): string {
  const files = functions.map(({ path, access, content }) => [path, access, String(content)] as const);
  const needed = dependencies.map(({ name, version }) => [name, version] as const);
  return digestOf([runtime, needed.toSorted(byName), files.toSorted(byName)]);
}

const byName = ([a]: readonly [string, ...string[]], [b]: readonly [string, ...string[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;
