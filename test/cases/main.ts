/**
 * `npm run --silent cases -- FILE…`: runs published recurrence cases against ours.
 * A case with `dates` passes when exactly they come out (`exhausted`) or come out first; one without passes
 * when the rule is refused.
 */
import { readFileSync } from "node:fs";
import { type Case, check } from "./check";

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  for (const item of JSON.parse(readFileSync(file, "utf8")) as Case[]) {
    const problem = check(item);
    if (problem === null) passed += 1;
    else {
      failed += 1;
      process.stdout.write(`${file}: ${item.ref ?? ""}: ${item.dtstart ?? "-"} ${item.rrule}: ${problem}\n`);
    }
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
