import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration } from "@schedule-manager/shared/model/model";
import type { ShapeProblem } from "@schedule-manager/shared/model/schema";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { readJson, UsageError } from "./read-input";

export { UsageError } from "./read-input";

/** Ends the command: the file is no configuration. */
export function refuseConfig(file: string, problems: readonly ShapeProblem[]): never {
  const lines = problems.map(({ place, message }) => `  ${place || "(the whole file)"}: ${message}`);
  throw new UsageError(`${file} is not a configuration:\n${lines.join("\n")}`);
}

/** Reads a file in the format of Twilio's `config.json`. */
export function readConfig(file: string): Configuration {
  const parsed = parseConfiguration(readJson(file));
  return parsed.ok ? parsed.configuration : refuseConfig(file, parsed.problems);
}

/** The same, with ids that Sync can hold: for what is written to a file again. */
export function readBase(file: string): Configuration {
  const imported = importConfiguration(readJson(file));
  return imported.ok ? imported.configuration : refuseConfig(file, imported.problems);
}
