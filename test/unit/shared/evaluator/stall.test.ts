/**
 * No text makes an answer slow. Counts calls to the calendar instead of time, because time depends on the
 * machine's load.
 */
import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { RelativeTo, Rule, WeekdayCode } from "@schedule-manager/shared/model/model";
import type { Occurrences } from "@schedule-manager/shared/evaluator/occurrences";
import { nextChange, nextOpen } from "@schedule-manager/shared/evaluator/next-change";
import { randoms } from "../../../bench/support/measure";
import { rule } from "../fixtures";
import { HARDEST, type Hostile, hostileRule } from "../oracles/hostile-rule";
import { ROUNDS, SEED } from "../../../support/seed";

/** Modules count while they load, so this must run first. */
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
/** Calls that ask whether, and when next, a rule occurs. */
// eslint-disable-next-line no-var
var mockQuestions: number;

jest.mock("@schedule-manager/shared/evaluator/occurrences", () => {
  const real = jest.requireActual<{ occurrences: (...args: unknown[]) => Occurrences }>(
    "@schedule-manager/shared/evaluator/occurrences",
  );
  return {
    occurrences: (...args: unknown[]): Occurrences => {
      const days = real.occurrences(...args);
      const counted =
        <T>(ask: (day: number) => T) =>
        (day: number): T => {
          mockQuestions = (mockQuestions ?? 0) + 1;
          return ask(day);
        };
      // A search for the next day asks first whether COUNT allows it.
      return { ...days, has: counted(days.has), isCounted: counted(days.isCounted) };
    },
  };
});
const CALLS = ROUNDS * 5;
const NOW = Date.UTC(2026, 0, 7, 12);
/** Limit for all calls to the calendar. Stepping through days or months from the year 1 takes far more. */
const MOST_STEPS = 40_000;
/** Limit for each rule's calls that ask whether, or when next, it occurs. */
const MOST_QUESTIONS = 4_000;

let serial = 0;

/** Counts compiling a rule and calling everything on it for the first time. */
function stepsOf([startDate, text]: Hostile): number {
  mockSteps = 0;
  // White space changes the text, so that no cache applies.
  serial += 1;
  const dateRRule = `${" ".repeat(serial % 60)}${text}${" ".repeat(Math.floor(serial / 60))}`;
  const rule: Rule = { id: "r", name: "r", isOpen: true, startDate, dateRRule };
  const { days } = compileRule(rule);
  const schedule = { id: "s", name: "s", timeZone: "UTC", manualClose: false, rules: ["r"] };
  const compiled = compileSchedule(schedule, new Map([["r", rule]]));
  nextOccurrence(days, parseDate("2026-01-07") ?? NaN);
  nextChange(compiled, NOW);
  nextOpen(compiled, NOW);
  days.has(parseDate("9999-12-31") ?? NaN);
  nextOccurrence(days, parseDate("9999-12-31") ?? NaN);
  return mockSteps;
}

const hardest = HARDEST.map(([start, rrule]) => [start, rrule.slice(0, 60), rrule] as const);

describe(`no text stalls (SEED=${SEED})`, () => {
  test.each(hardest)("[RC13] from %s: %s…", (start, _, rrule) => {
    expect(stepsOf([start, rrule])).toBeLessThan(MOST_STEPS);
  });

  test("[RC13] at random", () => {
    const random = randoms(SEED);
    const slow = Array.from({ length: CALLS }, () => hostileRule(random))
      .map((rule) => ({ rule, steps: stepsOf(rule) }))
      .filter(({ steps }) => steps >= MOST_STEPS);
    expect(slow).toEqual([]);
  });

  test("[RC13] steps are counted", () => {
    const plain = stepsOf(["2020-01-01", "FREQ=WEEKLY;BYDAY=MO"]);
    expect(plain).toBeGreaterThan(100);
    expect(plain).toBeLessThan(MOST_STEPS / 20);
  });
});

const relative = (id: string, relativeTo: RelativeTo, more: Partial<Rule> = {}): Rule =>
  rule(id, { dates: [], relativeTo, ...more });
const MONDAYS = rule("r0", { dateRRule: "FREQ=WEEKLY;BYDAY=MO" });
const NEW_YEAR = rule("r0", { dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1" });
const working = (weekdays: readonly WeekdayCode[], except: readonly string[] = []) => ({ weekdays, except });

/** Each rule is relative to the previous one, the first to none. */
const chain = (first: Rule, length: number, more: Partial<RelativeTo> = {}): Rule[] => [
  first,
  ...Array.from({ length }, (_, index) =>
    relative(`r${index + 1}`, { rules: [`r${index}`], days: 1, ...more }),
  ),
];

/** The problem of the last rule, and the number of calls needed to evaluate everything about a schedule. */
function askedOf(rules: readonly Rule[]): { problem: string | null; questions: number } {
  const byId = new Map(rules.map((each) => [each.id, each]));
  const last = rules[rules.length - 1] ?? MONDAYS;
  const schedule = { id: "s", name: "s", timeZone: "UTC", manualClose: false, rules: [last.id] };
  mockQuestions = 0;
  const compiled = compileSchedule(schedule, byId);
  nextChange(compiled, NOW);
  nextOpen(compiled, NOW);
  const { days, problem } = compileRule(last, byId);
  days.has(parseDate("9999-12-31") ?? NaN);
  nextOccurrence(days, parseDate("9999-12-31") ?? NaN);
  return { problem: problem?.code ?? null, questions: mockQuestions };
}

describe("rules that refer to each other are bounded", () => {
  test.each([
    [1, null],
    [8, null],
    [9, "relative-circle"],
    [600, "relative-circle"],
  ])("[RC14] a chain of %i rules: %s", (length, problem) => {
    const rules = chain(MONDAYS, length);
    const asked = askedOf(rules);
    expect(asked.problem).toBe(problem);
    expect(asked.questions).toBeLessThan(MOST_QUESTIONS * rules.length);
  });

  const everyRule = Array.from({ length: 600 }, (_, index) => `f${index}`);
  const many = everyRule.map((id, index) =>
    rule(id, { dateRRule: `FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=${(index % 31) + 1}`, startDate: "2026-01-01" }),
  );
  const hostile: readonly (readonly [string, readonly Rule[], string | null])[] = [
    ["a rule relative to itself", [relative("a", { rules: ["a"], days: 1 })], "relative-circle"],
    [
      "a circle of three",
      [
        relative("a", { rules: ["b"], days: 1 }),
        relative("b", { rules: ["c"], days: -1 }),
        relative("c", { rules: ["a"], days: 2 }),
      ],
      "relative-circle",
    ],
    [
      "a circle by the days that are not worked",
      [MONDAYS, relative("a", { rules: ["r0"], days: 1, workingDays: working(["MO"], ["a"]) })],
      "relative-circle",
    ],
    ["600 references", [...many, relative("a", { rules: everyRule, days: 31 })], null],
    [
      "600 references and 600 days off",
      [...many, relative("a", { rules: everyRule, days: 31, workingDays: working(["WE"], everyRule) })],
      null,
    ],
    [
      "31 working days that come once a week",
      [NEW_YEAR, relative("a", { rules: ["r0"], days: 31, workingDays: working(["SU"]) })],
      null,
    ],
    [
      "31 working days where none is left",
      [
        NEW_YEAR,
        rule("off", { dateRRule: "FREQ=DAILY" }),
        relative("a", { rules: ["r0"], days: -31, workingDays: working(["SU"], ["off"]) }),
      ],
      null,
    ],
    [
      "a source that is never on the day that is asked for",
      [MONDAYS, relative("a", { rules: ["r0"], days: 1, onlyOn: ["TU"] })],
      null,
    ],
    [
      "8 rules deep, 31 working days each",
      chain(MONDAYS, 8, { days: 31, workingDays: working(["WE", "SU"], ["r0"]) }),
      null,
    ],
    [
      "8 rules deep, never on the day that is asked for",
      chain(NEW_YEAR, 8, { days: -31, onlyOn: ["FR"], workingDays: working(["SU"], ["r0"]) }),
      null,
    ],
    [
      "8 rules deep, each relative to all before it",
      chain(MONDAYS, 8).map((each, index) =>
        index === 0
          ? each
          : relative(each.id, {
              rules: Array.from({ length: index }, (_, other) => `r${other}`),
              days: 31,
              workingDays: working(
                ["TU", "SA"],
                Array.from({ length: index }, (_, other) => `r${other}`),
              ),
            }),
      ),
      null,
    ],
  ];
  test.each(hostile)("[RC14] %s", (_, rules, problem) => {
    const asked = askedOf(rules);
    expect(asked.problem).toBe(problem);
    expect(asked.questions).toBeLessThan(MOST_QUESTIONS * rules.length);
  });

  test("[RC14] calls are counted", () => {
    expect(askedOf(chain(MONDAYS, 1)).questions).toBeGreaterThan(10);
  });
});
