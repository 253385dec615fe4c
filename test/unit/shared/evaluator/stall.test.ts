/**
 * No text makes an answer slow. Counted in questions to the calendar, which every walk asks, and not in time: the
 * machine's load is no fault of a rule.
 */
import { parseDate } from "@schedule-manager/shared/time/civil";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { Rule } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpen } from "@schedule-manager/shared/evaluator/next-change";
import { randoms } from "../../../bench/support/measure";
import { HARDEST, type Hostile, hostileRule } from "../oracles/hostile-rule";
import { SEED } from "../../../support/seed";

/** Modules already count while they load, before what stands here. */
// eslint-disable-next-line no-var
var mockSteps: number;

jest.mock("@schedule-manager/shared/time/civil", () => {
  const real: Record<string, unknown> = jest.requireActual("@schedule-manager/shared/time/civil");
  const counted = (value: unknown): unknown =>
    typeof value === "function"
      ? (...args: unknown[]): unknown => {
          mockSteps = (mockSteps ?? 0) + 1;
          return (value as (...all: unknown[]) => unknown)(...args);
        }
      : value;
  return Object.fromEntries(Object.entries(real).map(([name, value]) => [name, counted(value)]));
});
const ROUNDS = Number(process.env["FUZZ_ROUNDS"] ?? 60) * 5;
const NOW = Date.UTC(2026, 0, 7, 12);
/** Of all questions to the calendar. Walking from the year 1 day by day, or month by month, takes far more. */
const MOST_STEPS = 40_000;

let serial = 0;

/** What it takes to compile a rule, and to ask everything that is asked of rules, all for the first time. */
function stepsOf([startDate, text]: Hostile): number {
  mockSteps = 0;
  // White space makes it another text, so that nothing is remembered of it.
  serial += 1;
  const dateRRule = `${" ".repeat(serial % 60)}${text}${" ".repeat(Math.floor(serial / 60))}`;
  const rule: Rule = { id: "r", name: "r", isOpen: true, startDate, dateRRule };
  const { days } = compileRule(rule);
  const schedule = { id: "s", name: "s", timeZone: "UTC", manualClose: false, rules: ["r"] };
  const compiled = compileSchedule(schedule, new Map([["r", rule]]));
  days.next(parseDate("2026-01-07") ?? NaN);
  nextChange(compiled, NOW);
  nextOpen(compiled, NOW);
  days.has(parseDate("9999-12-31") ?? NaN);
  days.next(parseDate("9999-12-31") ?? NaN);
  return mockSteps;
}

const hardest = HARDEST.map(([start, rrule]) => [start, rrule.slice(0, 60), rrule] as const);

describe(`no text stalls (SEED=${SEED})`, () => {
  test.each(hardest)("[RC13] from %s: %s…", (start, _, rrule) => {
    expect(stepsOf([start, rrule])).toBeLessThan(MOST_STEPS);
  });

  test("[RC13] at random", () => {
    const random = randoms(SEED);
    const slow = Array.from({ length: ROUNDS }, () => hostileRule(random))
      .map((rule) => ({ rule, steps: stepsOf(rule) }))
      .filter(({ steps }) => steps >= MOST_STEPS);
    expect(slow).toEqual([]);
  });

  test("[RC13] and steps are counted", () => {
    const plain = stepsOf(["2020-01-01", "FREQ=WEEKLY;BYDAY=MO"]);
    expect(plain).toBeGreaterThan(100);
    expect(plain).toBeLessThan(MOST_STEPS / 20);
  });
});
