import { isOneOf } from "@schedule-manager/shared/collections/keys";
import { parseArgs } from "node:util";
import { DeployFailure } from "./failure";
import { isPluginVersion } from "./plugin-service";
import { safeAddress } from "./safe-address";
import { isShards } from "./settings";

const STEPS = ["sync", "key", "functions", "chunks", "ui", "plugin", "studio"] as const;
export type StepName = (typeof STEPS)[number];

export const HELP = `npm run deploy -- [STEP]… [options]

Sets up your Twilio account for the Schedule Manager. Every step can be repeated, and run alone:

  sync        the Sync service: access control, maps, documents, permissions
  key         the API key with which the functions sign Sync tokens
  functions   the functions, with the published schedules as their fallback
  chunks      the plugin's lazily loaded scripts, beside the functions
  ui          the address of the functions, and AGENTS, in Flex's ui_attributes
  plugin      the plugin: its chunks, its version, and the release
  studio      the Studio flow "Template Example Schedule Flow"; only when named, or with --studio

Default: all steps except studio. Instead of steps:

  remove      removes plugin, ui_attributes entry, functions, key and shared token; keeps the schedules

  --dry-run                prints what would change, and changes nothing
  --json                   prints one JSON object instead of progress
  --env FILE               file with the settings; default: .env. See flex-config/.env.example
  --offline                does not ask npm for newer time zone data
  --to URL                 base address that replaces Twilio's: https://HOST/… becomes URL/HOST/…
  --shards N               changes the number of maps that hold the schedules (sync)
  --seed FILE              fills an empty Sync service with a configuration (sync)
  --plugin-version X.Y.Z   version of the plugin; default: the one in plugin/package.json (plugin)
  --overwrite-ui           replaces the values that are set in Flex (ui)
  --studio                 also runs the studio step
  --replace-flow           replaces a changed example flow (studio)
  --delete-schedules --yes-delete-schedules
                           also deletes the schedules and their history (remove)
  --help                   shows this

Exits with 0: done; 1: a step failed; 2: nothing was attempted.
`;

export interface DeployArguments {
  readonly steps: readonly StepName[];
  readonly remove: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly help: boolean;
  readonly env: string | null;
  readonly to: string | null;
  readonly shards: number | null;
  readonly seed: string | null;
  readonly pluginVersion: string | null;
  readonly overwriteUi: boolean;
  readonly replaceFlow: boolean;
  readonly deleteSchedules: boolean;
}

/** The step that uses an option. */
const STEP_OF: Readonly<Record<string, StepName>> = {
  shards: "sync",
  seed: "sync",
  "plugin-version": "plugin",
  "overwrite-ui": "ui",
  studio: "studio",
  "replace-flow": "studio",
};

const usage = (message: string): DeployFailure =>
  new DeployFailure("usage", `${message} See npm run deploy -- --help.`);

const isStep = (name: string): name is StepName => isOneOf(STEPS, name);
const ORDINARY = STEPS.filter((step) => step !== "studio");

export function deployArguments(args: readonly string[]): DeployArguments {
  const { values, positionals: words } = parsed(args);
  // `parts` is the former name of the step; scripts may still use it.
  const positionals = words.map((word) => (word === "parts" ? "chunks" : word));
  const remove = positionals.includes("remove");
  if (remove && positionals.length > 1) throw usage("remove cannot be combined with steps.");
  const unknown = positionals.find((name) => name !== "remove" && !isStep(name));
  if (unknown !== undefined) throw usage(`There is no step "${unknown}".`);
  const named = STEPS.filter((step) => positionals.includes(step) || (step === "studio" && values.studio));
  const steps =
    positionals.length > 0 ? named : [...ORDINARY, ...(values.studio ? (["studio"] as const) : [])];

  const shards = values.shards === undefined ? null : Number(values.shards);
  if (shards !== null && !isShards(shards)) throw usage("--shards must be a whole number from 1 to 64.");
  const confirmations = [values["delete-schedules"], values["yes-delete-schedules"]];
  if (confirmations.includes(true) && (!remove || confirmations.includes(false))) {
    throw usage(
      "Schedules are deleted only by remove with both --delete-schedules and --yes-delete-schedules. Nothing was done.",
    );
  }
  const empty = Object.entries(values).find(([, value]) => value === "");
  if (empty !== undefined) throw usage(`--${empty[0]} needs a value.`);
  const version = values["plugin-version"];
  if (version !== undefined && !isPluginVersion(version)) {
    throw usage(`--plugin-version ${version} is not a version such as 1.2.3.`);
  }
  // An option that no selected step uses is probably a mistake, which the user would notice too late.
  const given: Readonly<Record<string, unknown>> = values;
  for (const [option, step] of Object.entries(STEP_OF)) {
    const isGiven = given[option] !== undefined && given[option] !== false;
    if (isGiven && (remove || !steps.includes(step))) {
      throw usage(`--${option} belongs to the step ${step}, which is not selected.`);
    }
  }
  return {
    steps: remove ? [] : steps,
    remove,
    dryRun: values["dry-run"],
    json: values.json,
    help: values.help,
    env: values.env ?? null,
    to: values.to === undefined ? null : safeAddress("--to", values.to),
    shards,
    seed: values.seed ?? null,
    pluginVersion: values["plugin-version"] ?? null,
    overwriteUi: values["overwrite-ui"],
    replaceFlow: values["replace-flow"],
    deleteSchedules: confirmations.every(Boolean),
  };
}

const flag = { type: "boolean", default: false } as const;
const text = { type: "string" } as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": flag,
        json: flag,
        help: flag,
        // Read by `main.ts`.
        offline: flag,
        studio: flag,
        "overwrite-ui": flag,
        "replace-flow": flag,
        "delete-schedules": flag,
        "yes-delete-schedules": flag,
        env: text,
        to: text,
        shards: text,
        seed: text,
        "plugin-version": text,
      },
    });
  } catch (error) {
    throw usage(`${error instanceof Error ? error.message : String(error)}.`);
  }
}
