import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

const versions = v.optional(v.record(v.string(), v.string()), {});

/** The fields of `package.json` that builds and deploys use. */
const manifest = v.object({
  name: v.string(),
  version: v.optional(v.string(), ""),
  license: v.optional(v.string()),
  author: v.optional(v.union([v.string(), v.object({ name: v.string() })])),
  homepage: v.optional(v.string()),
  repository: v.optional(v.union([v.string(), v.object({ url: v.string() })])),
  dependencies: versions,
  devDependencies: versions,
});

export type PackageManifest = v.InferOutput<typeof manifest>;

/** Reads a folder's `package.json`; throws when it is missing or invalid. */
export const manifestIn = (folder: string): PackageManifest =>
  v.parse(manifest, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
