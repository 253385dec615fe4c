/**
 * `npm run --silent cases -- FILE…` runs published recurrence cases against our evaluator. A case with `dates` passes
 * when the result is exactly these days (`exhausted`) or begins with them; a case without passes when the rule is
 * refused. Exit code 1: a case failed; 2: a file can't be read.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { endQuietly } from "@schedule-manager/flex-config/cli/quiet-pipe";
import { type Case, check } from "./check";

const USAGE = `npm run --silent cases -- FILE…

Each file is a JSON list of cases: { "dtstart": "2026-01-01", "rrule": "FREQ=DAILY", "dates": ["2026-01-01"], "exhausted": false }.
With "dates" the result must be exactly these days (or begin with them if "exhausted" is false); without, the rule must be refused.
`;

class Unreadable extends Error {}

function read(file: string): readonly Case[] {
  // npm runs scripts in the project's folder; file names are relative to the caller's folder.
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(readFileSync(path)));
  } catch (error) {
    throw new Unreadable(`Cannot read ${file}: ${error instanceof Error ? error.message : "unknown"}`);
  }
  const isCase = (item: unknown): boolean =>
    typeof item === "object" && item !== null && typeof (item as Partial<Case>).rrule === "string";
  if (!Array.isArray(json)) throw new Unreadable(`${file} is not a list of cases.`);
  const wrong = json.findIndex((item) => !isCase(item));
  if (wrong >= 0) throw new Unreadable(`${file}: case ${wrong + 1} has no "rrule".`);
  return json as Case[];
}

function main(files: readonly string[]): number {
  if (files.includes("--help")) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (files.length === 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  let passed = 0;
  let failed = 0;
  for (const { file, cases } of files.map((each) => ({ file: each, cases: read(each) }))) {
    for (const item of cases) {
      const problem = check(item);
      if (problem === null) passed += 1;
      else {
        failed += 1;
        process.stdout.write(
          `${file}: ${item.ref ?? ""}: ${item.dtstart ?? "-"} ${item.rrule}: ${problem}\n`,
        );
      }
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

endQuietly();
try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
