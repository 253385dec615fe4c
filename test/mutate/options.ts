import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";

export const HELP = `npm run mutate -- PATH… [--tests PATH]… [--static] [--json]

Makes one small change at a time in the code of the files or folders, and runs the unit and dom tests that
reach it. Prints each change that no test detects, and the score: the share of detected changes.
A path may end with lines, as in shared/src/time/civil.ts:10-40.

  --tests    run the tests of this file or folder only, as in test/unit/shared; may be given several times. The first
             run, which runs all of them, then takes seconds where it takes many minutes for much used code
  --static   also change code that runs while a module loads; each such change runs every test of the file
  --json     print one object instead of progress and survivors: score, counts and survivors
  --help     print this

Exit code 0: done; 2: invalid call. SEED and FUZZ_ROUNDS are fixed unless they are set.
`;

export interface MutateOptions {
  /** Patterns relative to the project's folder. */
  readonly mutate: readonly string[];
  /** Patterns relative to the project's folder; empty: all unit and dom tests. */
  readonly tests: readonly string[];
  readonly withStatic: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** An invalid call; its message says what to do. */
export class MutateUsageError extends Error {}

const PRODUCT = /^(shared|functions|plugin|flex-config)(\/|$)/;
const FAST_TESTS = /^test\/(unit|dom)(\/|$)/;
const LINES = /:\d+(:\d+)?-\d+(:\d+)?$/;

/** @param cwd the folder of the call */
export function mutateOptions(args: readonly string[], root: string, cwd: string): MutateOptions {
  const { values, positionals } = parsed(args);
  if (!values.help && positionals.length === 0) throw new MutateUsageError("Name a file or a folder.");
  /** The path relative to the project's folder, and whether it is a folder. */
  const found = (given: string, pattern: RegExp, otherwise: string) => {
    const path = resolve(cwd, given);
    const local = relative(root, path).replaceAll("\\", "/");
    if (!pattern.test(local)) throw new MutateUsageError(`${given} is not ${otherwise}.`);
    if (!existsSync(path)) throw new MutateUsageError(`${given} does not exist.`);
    return { local, isFolder: statSync(path).isDirectory() };
  };
  const mutate = positionals.map((given) => {
    const lines = LINES.exec(given)?.[0] ?? "";
    const code = given.slice(0, given.length - lines.length);
    const { local, isFolder } = found(
      code,
      PRODUCT,
      "product code: shared, functions, plugin or flex-config",
    );
    if (!isFolder) return local + lines;
    if (lines !== "") throw new MutateUsageError(`${given} is a folder, which has no lines.`);
    return `${local}/**/*.{ts,tsx}`;
  });
  const tests = values.tests.map((given) => {
    const { local, isFolder } = found(given, FAST_TESTS, "in test/unit or test/dom");
    return isFolder ? `${local}/**/*.test.{ts,tsx}` : local;
  });
  return { mutate, tests, withStatic: values.static, json: values.json, help: values.help };
}

const flag = { type: "boolean", default: false } as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tests: { type: "string", multiple: true, default: [] },
        static: flag,
        json: flag,
        help: flag,
      },
    });
  } catch (error) {
    throw new MutateUsageError(error instanceof Error ? error.message : String(error));
  }
}
