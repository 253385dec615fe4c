import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { formatDate } from "@schedule-manager/shared/time/civil";
import { occurrences } from "@schedule-manager/shared/evaluator/occurrences";
import { parseRRule } from "@schedule-manager/shared/recurrence/parse";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";
import { randoms } from "../../../bench/support/measure";
import { askRRule, askTemporal, DIFFERENCES } from "../oracles/libraries";
import { isNamed } from "../oracles/naive";
import { type RandomRule, randomRule } from "../oracles/random-rule";
import { ROUNDS, SEED } from "../../../support/seed";

const YEARS = 6;
/** Random rules among which some are refused, however few rounds are asked for. */
const MOST_TRIES = 5000;

const NONE: ReadonlySet<number> = new Set();

function daysOf({ rrule, start }: RandomRule, to: number): number[] | null {
  const compiled = compileRecurrence(rrule, start);
  if (!compiled.ok) return null;
  const bounds = { from: start, to, dates: NONE, exceptDates: NONE, every: true };
  const days = occurrences(compiled.recurrence, bounds);
  const found: number[] = [];
  for (let day = nextOccurrence(days, start); day !== null; day = nextOccurrence(days, day + 1))
    found.push(day);
  return found;
}

const formatDates = (days: readonly number[]): string => days.map(formatDate).join(" ");

describe(`recurrence, at random (SEED=${SEED} FUZZ_ROUNDS=${ROUNDS})`, () => {
  test("[RC20] where rrule and rrule-temporal agree, this parser agrees; where they differ, the wrong one is known", () => {
    const random = randoms(SEED);
    const seen = new Map<string, number>();
    let compared = 0;
    while (compared < ROUNDS) {
      const rule = randomRule(random);
      const end = rule.start + YEARS * 365;
      const ours = daysOf(rule, end);
      const parsed = parseRRule(rule.rrule);
      if (ours === null || !parsed.ok) continue;
      compared += 1;
      const name = `${formatDate(rule.start)} ${rule.rrule}: `;
      const asked = { rrule: askRRule, "rrule-temporal": askTemporal } as const;
      const answers = Object.entries(asked).map(([library, ask]) => ({
        library,
        days: formatDates(ask(rule.rrule, rule.start, end)),
      }));
      const wrong = answers.filter(({ days }) => days !== formatDates(ours));
      if (wrong.length === 2 && wrong[0]?.days === wrong[1]?.days)
        expect(name + formatDates(ours)).toBe(name + (wrong[0]?.days ?? ""));
      for (const { library, days } of wrong) {
        const known = DIFFERENCES.filter(
          (item) => item.library === library && item.applies(parsed.parts, rule.rrule),
        );
        if (known.length === 0) expect(name + formatDates(ours)).toBe(name + days);
        for (const { what } of known.slice(0, 1)) seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    }
    const differences = [...seen].map(([what, times]) => `  ${times} × ${what}`);
    process.stdout.write(
      [`SEED=${SEED}: ${compared} random rules compared with two libraries`, ...differences, ""].join("\n"),
    );
  }, 3_600_000);

  test("[RC21] equals a naive reading of the RFC day by day, over thirty years", () => {
    const random = randoms(SEED + 1);
    for (let compared = 0; compared < ROUNDS / 10;) {
      const rule = randomRule(random);
      const compiled = compileRecurrence(rule.rrule, rule.start);
      if (!compiled.ok) continue;
      compared += 1;
      const { parts } = compiled.recurrence;
      const end = rule.start + 30 * 365;
      const expected: number[] = [];
      for (let day = rule.start; day <= end && expected.length < (parts.count ?? Infinity); day += 1)
        if (isNamed(parts, rule.start, day)) expected.push(day);
      const name = `${formatDate(rule.start)} ${rule.rrule}: `;
      expect(name + formatDates(daysOf(rule, end) ?? [])).toBe(name + formatDates(expected));
    }
  }, 3_600_000);

  test("[RC22] a rule refused as never occurring does not occur in the calendar's 400 years", () => {
    const random = randoms(SEED + 2);
    let refused = 0;
    // Each takes a walk through 400 years, so a short run has one. Few rules never occur, so a small number of rounds may have none.
    for (let round = 0; refused < ROUNDS / 100 && round < Math.max(ROUNDS, MOST_TRIES); round += 1) {
      const rule = randomRule(random);
      const compiled = compileRecurrence(rule.rrule, rule.start);
      const parsed = parseRRule(rule.rrule);
      // Values from the start date are filled in only for valid rules.
      if (compiled.ok || !parsed.ok || !/BYDAY|BYMONTHDAY|BYYEARDAY/.test(rule.rrule)) continue;
      if (parsed.parts.freq === "WEEKLY" && !rule.rrule.includes("BYDAY")) continue;
      expect(compiled.problem.code).toBe("rrule-never");
      refused += 1;
      const named: string[] = [];
      for (let day = rule.start; day < rule.start + 146_097 && named.length === 0; day += 1)
        if (isNamed(parsed.parts, rule.start, day)) named.push(formatDate(day));
      expect([rule.rrule, named]).toEqual([rule.rrule, []]);
    }
    expect(refused).toBeGreaterThan(0);
  }, 3_600_000);
});
