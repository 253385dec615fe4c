import { DAY_MINUTES, parseDate, parseTime } from "./civil";
import { type Decision, REASON_CLOSED, type Rule } from "./model";
import { type Occurrences, occurrences } from "./occurrences";
import type { RuleProblem } from "./problem";
import { type CompiledRecurrence, compileRecurrence } from "./recurrence/recurrence";
import { remember } from "./remember";

/** A rule made ready to answer. Made by `compileRule` only. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Differs between any two compiled rules. */
  readonly serial: number;
  /** Why the rule never matches; null: nothing is wrong with it. */
  readonly problem: RuleProblem | null;
  /** What the schedule's answer is where this rule decides. */
  readonly decision: Decision;
  readonly days: Occurrences;
  /** Minute of day. */
  readonly start: number;
  /** Minute of day, 1 to 1440; before `start`: of the next day. */
  readonly end: number;
}

const NEVER: Occurrences = { has: () => false, next: () => null };
const MAX_REMEMBERED = 10_000;

/** Rules with the same recurrence and start share what was computed for it; the key is `start text`. */
const recurrenceOf = remember(MAX_REMEMBERED, (key: string): CompiledRecurrence => {
  const space = key.indexOf(" ");
  return compileRecurrence(key.slice(space + 1), space === 0 ? null : Number(key.slice(0, space)));
});

let serials = 0;

function compile(rule: Rule): CompiledRule {
  let problem: RuleProblem | null = null;
  const refuse = (code: RuleProblem["code"], field: keyof Rule, value: string): void => {
    problem ??= { code, field, value: value.slice(0, 40) };
  };
  /** An optional text (whatever its type really is) to a number; editors write "" for none. */
  const read = (
    field: keyof Rule,
    parse: (text: string) => number | null,
    code: RuleProblem["code"],
    value: unknown = rule[field],
  ): number | null => {
    const text = `${(value ?? "") as string}`;
    const parsed = text && parse(text);
    if (parsed === null) refuse(code, field, text);
    return parsed === "" ? null : parsed;
  };
  const days = (field: "dates" | "exceptDates"): ReadonlySet<number> =>
    new Set((rule[field] ?? []).map((text) => read(field, parseDate, "date-invalid", text) ?? NaN));

  const from = read("startDate", parseDate, "date-invalid");
  const to = read("endDate", parseDate, "date-invalid");
  const start = read("startTime", parseTime, "time-invalid") ?? 0;
  const end = read("endTime", parseTime, "time-invalid") || DAY_MINUTES;
  if (start === end) refuse("times-equal", "endTime", rule.endTime ?? "");
  const bounds = {
    from: from ?? -Infinity,
    to: to ?? Infinity,
    dates: days("dates"),
    exceptDates: days("exceptDates"),
    every: from !== null || to !== null || !rule.dates,
  };
  const recurrence = rule.dateRRule ? recurrenceOf(`${from ?? ""} ${rule.dateRRule}`) : null;
  if (recurrence?.ok === false) problem ??= recurrence.problem;
  return {
    rule,
    serial: (serials += 1),
    problem,
    decision: {
      isOpen: rule.isOpen,
      closedReason: rule.isOpen ? "" : rule.closedReason || REASON_CLOSED,
      ruleId: rule.id,
    },
    days: problem ? NEVER : occurrences(recurrence?.ok ? recurrence.recurrence : null, bounds),
    start,
    end,
  };
}

const compiled = new WeakMap<Rule, CompiledRule>();

/**
 * Compiles a rule (once for each object: rules are values that do not change). Never throws: a bad rule never
 * matches, and its `problem` says why.
 */
export function compileRule(rule: Rule): CompiledRule {
  let known = compiled.get(rule);
  if (known === undefined) compiled.set(rule, (known = compile(rule)));
  return known;
}
