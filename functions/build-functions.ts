/**
 * Bundles each handler into one file, in the folders that Twilio's tools deploy (functions and assets). The
 * runtime provides the `twilio` library, so bundles exclude it.
 */
import { manifestIn } from "../shared/bundling/package-manifest";
import { copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, build } from "esbuild";
import { thirdPartyLicenses } from "../shared/bundling/third-party-licenses";
import { LICENSES_FILE } from "../shared/src/api/licenses-file";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
/** Source file of each function. Has the shape of the bundler's settings, which knip reads as well. */
const HANDLERS = {
  entryPoints: {
    "check-schedule": "src/handlers/check-schedule.ts",
    hours: "src/handlers/hours.ts",
    "admin/list": "src/handlers/admin/list.ts",
    "admin/publish": "src/handlers/admin/publish.ts",
    "admin/release-locks": "src/handlers/admin/release-locks.ts",
    "sync-token": "src/handlers/sync-token.ts",
    health: "src/handlers/health.ts",
  },
} as const;

/** Anybody may ask these, unless `SIGNED_ONLY` protects them. */
const PUBLIC: readonly string[] = ["check-schedule", "hours"];

/** Excludes `twilio` itself; bundles imported submodules (`twilio/lib/jwt/AccessToken`). */
const installedTwilio: Plugin = {
  name: "installed-twilio",
  setup(bundle) {
    bundle.onResolve({ filter: /^twilio$/ }, () => ({ path: "twilio", external: true }));
  },
};

interface BuildOptions {
  /** Emptied first. */
  readonly outDir: string;
  /** A snapshot to pack: the fallback while Sync is unreachable. */
  readonly snapshot?: string;
  /** Makes `PUBLIC` protected functions, which Twilio's tools recognize by their file names. */
  readonly signedOnly?: boolean;
  /** Further bundler plugins: a bench replaces parts of the handlers. */
  readonly plugins?: readonly Plugin[];
}

/** Returns the size of each bundle in bytes. */
export async function buildFunctions({
  outDir,
  snapshot,
  signedOnly = false,
  plugins = [],
}: BuildOptions): Promise<Record<string, number>> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(join(outDir, "assets"), { recursive: true });
  const { version } = manifestIn(here);
  const { metafile } = await build({
    entryPoints: Object.entries(HANDLERS.entryPoints).map(([name, source]) => ({
      in: join(here, source),
      out: outputOf(name, signedOnly),
    })),
    outdir: join(outDir, "functions"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    keepNames: true,
    legalComments: "none",
    plugins: [...plugins, installedTwilio],
    define: {
      "process.env.SCHEDULE_MANAGER_VERSION": JSON.stringify(version),
      "process.env.SCHEDULE_MANAGER_PROTECTED": JSON.stringify(String(signedOnly)),
    },
    logLevel: "warning",
    metafile: true,
    absWorkingDir: root,
  });
  const modules = Object.keys(metafile.inputs).map((path) => join(root, path));
  const licenses = join(outDir, "assets/schedule-manager", LICENSES_FILE.replace(".txt", ".private.txt"));
  await mkdir(dirname(licenses), { recursive: true });
  await writeFile(licenses, thirdPartyLicenses(modules, await readFile(join(root, "LICENSE"), "utf8")));
  await writeFile(join(outDir, "package.json"), packageJson(version));
  if (snapshot !== undefined) await copyFile(snapshot, join(outDir, "assets/catalogue.private.json"));
  const sizes: Record<string, number> = {};
  for (const name of Object.keys(HANDLERS.entryPoints))
    sizes[name] = (await stat(join(outDir, "functions", `${outputOf(name, signedOnly)}.js`))).size;
  return sizes;
}

/** Twilio's tools derive the visibility from the file name; the function's path does not change. */
const outputOf = (name: string, signedOnly: boolean): string =>
  signedOnly && PUBLIC.includes(name) ? `${name}.protected` : name;

/**
 * Manifest of the deployed service. CommonJS, because Twilio's runtime loads it. Async functions require the
 * hosted handler 2.1.2 or later: https://www.twilio.com/docs/serverless/functions-assets/handler
 */
const packageJson = (version: string): string =>
  `${JSON.stringify(
    {
      name: "flex-schedule-manager-functions",
      version,
      private: true,
      type: "commonjs",
      engines: { node: "22" },
      dependencies: { twilio: "6.2.0", "@twilio/runtime-handler": "2.1.2" },
    },
    null,
    2,
  )}\n`;
