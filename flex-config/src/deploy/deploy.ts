/** A complete deploy from arguments and values, independent of the process. */
import { readFile } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { type DeployArguments, deployArguments, type StepName } from "./arguments";
import { type Builds, liveFolder, realBuilds, withBuildFolder } from "./build";
import type { AccountContext, DeployContext } from "./context";
import { type DeployError, DeployFailure } from "./failure";
import { Ledger, type Progress, type StepReport } from "./ledger";
import { findFunctions } from "./deploy-target";
import { openContext } from "./open-context";
import type { Values } from "./settings";
import { functionsStep } from "./steps/functions";
import { keyStep } from "./steps/key";
import { pluginStep } from "./steps/plugin";
import { ensureChunks } from "./steps/plugin-chunks";
import { removeAll } from "./steps/remove";
import { studioStep } from "./steps/studio";
import { syncStep } from "./steps/sync";
import { uiStep } from "./steps/ui";
import { failureOf } from "./twilio/reason";

export interface DeployReport {
  readonly ok: boolean;
  readonly dryRun: boolean;
  /** null: Twilio itself. */
  readonly to: string | null;
  readonly steps: readonly StepReport[];
  /** Public address of the check; null: not deployed. */
  readonly checkSchedule: string | null;
  readonly error?: { readonly code: DeployError; readonly message: string };
}

export interface DeployOptions {
  readonly args: readonly string[];
  readonly environment: Values;
  readonly root: string;
  readonly progress?: Progress;
  /** Default: the real builds. */
  readonly builds?: Builds;
  /** Folder for copies of the published configuration; default: `liveFolder`. */
  readonly liveFolder?: string;
  readonly now?: () => string;
  readonly wait?: (ms: number) => Promise<void>;
}

const TITLES: Readonly<Record<StepName, string>> = {
  sync: "Sync service",
  key: "API key",
  functions: "Functions",
  chunks: "Chunks of the plugin",
  ui: "Flex configuration",
  plugin: "Plugin",
  studio: "Studio flow",
};

/** Reports failures of Twilio, the settings and the arguments; rejects only for bugs. */
export async function deploy(options: DeployOptions): Promise<DeployReport> {
  let args: DeployArguments | null = null;
  let ledger = new Ledger(false);
  try {
    const given = deployArguments(options.args);
    args = given;
    ledger = new Ledger(given.dryRun, options.progress);
    const account = await openContext({ ...options, ...given, ledger });
    await withBuildFolder((folder) => work({ ...account, ...placesOf(options, folder) }, given));
    return { ...reportOf(args, ledger), ok: true, checkSchedule: await checkAddress(account) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return { ...reportOf(args, ledger), ok: false, checkSchedule: null, error: failure };
  }
}

const placesOf = ({ builds, liveFolder: live, root }: DeployOptions, build: string) => ({
  builds: builds ?? realBuilds(root),
  folders: { build, live: live ?? liveFolder(root) },
});

const work = (context: DeployContext, args: DeployArguments): Promise<void> =>
  args.remove ? removeAll(context, args) : runSteps(context, args);

const reportOf = (args: DeployArguments | null, { steps }: Ledger) => ({
  dryRun: args?.dryRun ?? false,
  to: args?.to ?? null,
  steps,
});

async function runSteps(context: DeployContext, args: DeployArguments): Promise<void> {
  const seed = args.seed === null ? null : await readSeed(args.seed);
  const work: Readonly<Record<StepName, () => Promise<void>>> = {
    sync: () => syncStep(context, { shards: args.shards, seed }),
    key: () => keyStep(context),
    functions: () => functionsStep(context),
    chunks: () => ensureChunks(context),
    ui: () => uiStep(context, { overwrite: args.overwriteUi }),
    plugin: () => pluginStep(context, { version: args.pluginVersion }),
    studio: () => studioStep(context, { replace: args.replaceFlow }),
  };
  for (const step of args.steps) await context.ledger.step(step, TITLES[step], work[step]);
}

async function readSeed(file: string): Promise<Configuration> {
  const path = isAbsolute(file) ? file : resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new DeployFailure(
      "usage",
      `Cannot read ${file}: ${error instanceof Error ? error.message : "unknown"}`,
    );
  }
  const parsed = importConfiguration(json);
  if (parsed.ok) return parsed.configuration;
  const problems = parsed.problems.map(({ place, message }) => `${place}: ${message}`).join(" ");
  throw new DeployFailure("usage", `${file} is not a configuration. ${problems}`);
}

async function checkAddress(context: AccountContext): Promise<string | null> {
  const place = await findFunctions(context);
  if (place === null || place.build === null) return null;
  const { to } = context;
  return to === null ? `https://${place.domain}/check-schedule` : `${to}/${place.domain}/check-schedule`;
}
