import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseConfiguration } from "@schedule-manager/shared/config-format";
import type { Configuration } from "@schedule-manager/shared/model";

/** Said on stderr; the command ends with 2. */
export class UsageError extends Error {}

function readJson(file: string): unknown {
  // npm runs scripts in the project's folder; the file was named in the caller's.
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : "unknown"}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

/** Reads a file in the format of Twilio's `config.json`. */
export function readConfig(file: string): Configuration {
  const parsed = parseConfiguration(readJson(file));
  if (parsed.ok) return parsed.configuration;
  const problems = parsed.problems.map(
    ({ place, message }) => `  ${place || "(the whole file)"}: ${message}`,
  );
  throw new UsageError(`${file} is not a configuration:\n${problems.join("\n")}`);
}
