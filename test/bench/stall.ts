import { parseDate } from "@schedule-manager/shared/time/civil";
import type { Rule } from "@schedule-manager/shared/model/model";
import { HARDEST, type Hostile, hostileRule } from "../unit/shared/oracles/hostile-rule";
import { bundledEvaluator, type Evaluator } from "./support/evaluator";
import { nanoseconds, randoms, round } from "./support/measure";

export const title =
  "the first answers for the hardest recurrences, compared with a plain one: does any text stall? [seed] [rounds]";

const PLAIN: Hostile = ["2020-01-01", "FREQ=WEEKLY;BYDAY=MO"];
const NOW = Date.UTC(2026, 0, 7, 12);
const TODAY = parseDate("2026-01-07") ?? NaN;
const LAST_DAY = parseDate("9999-12-31") ?? NaN;
const TRIES = 9;
const SHOWN = 10;

const QUESTIONS = [
  "compile",
  "applies today",
  "next day",
  "next change",
  "next opening",
  "applies in 9999",
] as const;
type Times = Readonly<Record<(typeof QUESTIONS)[number], number>>;

let serial = 0;

/** Microseconds of each first answer for a rule that is not in any cache. */
function once(ours: Evaluator, [startDate, dateRRule]: Hostile): Times {
  const { compileRule, compileSchedule, nextChange, nextOccurrence, nextOpen } = ours;
  // White space makes the text different, so that no cache has it.
  serial += 1;
  const text = `${" ".repeat(serial % 50)}${dateRRule}${" ".repeat(Math.floor(serial / 50) % 100)}`;
  const rule: Rule = { id: `rule-${serial}`, name: "", isOpen: true, startDate, dateRRule: text };
  const schedule = { id: "s", name: "S", timeZone: "UTC", manualClose: false, rules: [rule.id] };
  const compiled = compileSchedule(schedule, new Map());
  const of = () => compileSchedule(schedule, new Map([[rule.id, rule]]));
  const time = (ask: () => unknown): number => nanoseconds(1, ask) / 1000;
  nextChange(compiled, NOW);
  return {
    compile: time(() => compileRule(rule)),
    "applies today": time(() => compileRule(rule).days.has(TODAY)),
    "next day": time(() => nextOccurrence(compileRule(rule).days, TODAY)),
    "next change": time(() => nextChange(of(), NOW)),
    "next opening": time(() => nextOpen(of(), NOW)),
    "applies in 9999": time(() => compileRule(rule).days.has(LAST_DAY)),
  };
}

/** The least of a few runs excludes other load of the machine. */
function measure(ours: Evaluator, rule: Hostile): Times {
  const tries = Array.from({ length: TRIES }, () => once(ours, rule));
  return Object.fromEntries(
    QUESTIONS.map((question) => [question, Math.min(...tries.map((times) => times[question]))]),
  ) as unknown as Times;
}

const total = (times: Times): number => QUESTIONS.reduce((sum, question) => sum + times[question], 0);

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const seed = Number(args[0] ?? Date.now() % 1_000_000_000);
  const rounds = Number(args[1] ?? 2000);
  const random = randoms(seed);
  const ours = await bundledEvaluator();
  const rules = [...HARDEST, ...Array.from({ length: rounds }, () => hostileRule(random))];
  // Warms up the engine's compilers.
  for (const rule of rules.slice(0, 300)) once(ours, rule);
  const plain = measure(ours, PLAIN);
  const measured = rules
    .map((rule) => ({ rule, times: measure(ours, rule) }))
    .sort((a, b) => total(b.times) - total(a.times));
  const worst = Object.fromEntries(
    QUESTIONS.map((question) => [question, round(Math.max(...measured.map(({ times }) => times[question])))]),
  );
  return {
    seed,
    rules: rules.length,
    ratio: round(total(measured[0]?.times ?? plain) / total(plain)),
    microseconds: {
      plain: round(total(plain)),
      worst: round(total(measured[0]?.times ?? plain)),
      worstOfEach: worst,
    },
    slowest: measured.slice(0, SHOWN).map(({ rule: [start, rrule], times }) => ({
      start,
      rrule: rrule.length > 150 ? `${rrule.slice(0, 150)}…` : rrule,
      microseconds: round(total(times)),
    })),
  };
}

export function print(result: Record<string, unknown>): string[] {
  const us = result["microseconds"] as Record<string, unknown>;
  const slowest = result["slowest"] as { start: string; rrule: string; microseconds: number }[];
  return [
    `${String(result["rules"])} rules, seed ${String(result["seed"])}`,
    `the slowest: ${String(us["worst"])} µs for all first answers, ${String(result["ratio"])} × a plain rule's ${String(us["plain"])} µs`,
    `the slowest of each: ${JSON.stringify(us["worstOfEach"])}`,
    ...slowest.map(
      ({ start, rrule, microseconds }) => `${String(microseconds).padStart(8)} µs  ${start} ${rrule}`,
    ),
  ];
}
