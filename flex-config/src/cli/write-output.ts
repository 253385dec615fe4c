import { writeFileSync } from "node:fs";
import { because, callersPath, UsageError } from "./read-input";

/** Writes a file for the caller. A failure ends the command with 2. */
export function writeOutput(file: string, contents: string): void {
  try {
    writeFileSync(callersPath(file), contents);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${because(error)}`);
  }
}
