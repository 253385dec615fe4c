import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DegradedReason } from "@schedule-manager/functions/check/answer";
import { ERROR_CODES, type ErrorCode } from "@schedule-manager/shared/api/error-codes";

const README = readFileSync(resolve(__dirname, "../../README.md"), "utf8");

/** A key for each reason that is no error code: the compiler refuses one too few or too many. */
const DEGRADED: Readonly<Record<Exclude<DegradedReason, ErrorCode>, null>> = {
  "nothing-held": null,
  "unknown-while-stale": null,
  unreadable: null,
  "zone-unknown": null,
};

/** The part under a heading of the second level, up to the next one. */
function section(heading: string): string {
  const [, part] = README.split(`\n## ${heading}\n`);
  return part?.split("\n## ")[0] ?? "";
}

describe("the README", () => {
  it("[DC1] lists every code of an error or in a log once, and no other", () => {
    const rows = [...section("Troubleshooting by error code").matchAll(/^\| `([^`]+)` +\|/gm)];
    expect(rows.map(([, code]) => code).sort()).toEqual([...ERROR_CODES, ...Object.keys(DEGRADED)].sort());
  });
});
