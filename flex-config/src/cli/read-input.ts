import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Printed on stderr; the command exits with 2. */
export class UsageError extends Error {}

/** Resolves a path against the caller's folder, because npm runs scripts in the project's folder. */
export const callersPath = (file: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), file);

export const because = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);

export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(callersPath(file));
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${because(error)}`);
  }
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readInput(file)));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is not JSON: ${because(error)}`);
  }
}
