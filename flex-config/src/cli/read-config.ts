import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration } from "@schedule-manager/shared/model/model";
import type { ShapeProblem } from "@schedule-manager/shared/model/schema";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { readJson, UsageError } from "./read-input";

export { UsageError } from "./read-input";

/** Throws a usage error that lists the problems of the file. */
export function refuseConfig(file: string, problems: readonly ShapeProblem[]): never {
  const lines = problems.map(({ place, message }) => `  ${place || "(the whole file)"}: ${message}`);
  throw new UsageError(`${file} is not a configuration:\n${lines.join("\n")}`);
}

/** Reads a file in the format of Twilio's `config.json`. */
export function readConfig(file: string): Configuration {
  const parsed = parseConfiguration(readJson(file));
  return parsed.ok ? parsed.configuration : refuseConfig(file, parsed.problems);
}

/** Like `readConfig`, with ids that Sync accepts, for results that are written to a file again. */
export function readBase(file: string): Configuration {
  const imported = importConfiguration(readJson(file));
  return imported.ok ? imported.configuration : refuseConfig(file, imported.problems);
}
