import { DAY_MINUTES, parseDate, parseTime } from "./civil";
import { type Decision, REASON_CLOSED, type Rule } from "./model";
import { type Occurrences, occurrences } from "./occurrences";
import type { RuleProblem } from "./problem";
import { type CompiledRecurrence, compileRecurrence } from "./recurrence/recurrence";

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

const recurrences = new Map<string, CompiledRecurrence>();

/** Rules with the same recurrence and start share what was computed for it. */
function recurrenceOf(text: string, start: number | null): CompiledRecurrence {
  const key = `${start} ${text}`;
  let compiled = recurrences.get(key);
  if (compiled === undefined) {
    compiled = compileRecurrence(text, start);
    if (recurrences.size >= MAX_REMEMBERED) recurrences.clear();
    recurrences.set(key, compiled);
  }
  return compiled;
}

/** Collects the first problem while a rule's fields are read. */
class Fields {
  problem: RuleProblem | null = null;
  constructor(private readonly rule: Rule) {}

  /** An optional text; editors write "" for none. */
  text(field: "dateRRule" | "startDate" | "endDate" | "startTime" | "endTime"): string | null {
    const value: unknown = this.rule[field];
    if (value === undefined || value === null || value === "") return null;
    return typeof value === "string" ? value : `${typeof value}`;
  }

  read(
    field: "startDate" | "endDate" | "startTime" | "endTime",
    parse: (text: string) => number | null,
  ): number | null {
    const text = this.text(field);
    const value = text === null ? null : parse(text);
    if (text !== null && value === null)
      this.refuse(parse === parseDate ? "date-invalid" : "time-invalid", field, text);
    return value;
  }

  dates(field: "dates" | "exceptDates"): ReadonlySet<number> {
    const days = new Set<number>();
    for (const text of this.rule[field] ?? []) {
      const day = parseDate(text);
      if (day === null) this.refuse("date-invalid", field, text);
      else days.add(day);
    }
    return days;
  }

  refuse(code: RuleProblem["code"], field: RuleProblem["field"], value: string): void {
    this.problem ??= { code, field, value: value.slice(0, 40) };
  }
}

let serials = 0;

function compile(rule: Rule): CompiledRule {
  const fields = new Fields(rule);
  const from = fields.read("startDate", parseDate);
  const to = fields.read("endDate", parseDate);
  const start = fields.read("startTime", parseTime) ?? 0;
  const end = fields.read("endTime", parseTime) || DAY_MINUTES;
  if (start === end) fields.refuse("times-equal", "endTime", rule.endTime ?? "");
  const dates = fields.dates("dates");
  const exceptDates = fields.dates("exceptDates");
  const text = fields.text("dateRRule");
  const recurrence = text === null ? null : recurrenceOf(text, from);
  const problem = fields.problem ?? (recurrence === null || recurrence.ok ? null : recurrence.problem);
  const bounds = {
    from: from ?? -Infinity,
    to: to ?? Infinity,
    dates,
    exceptDates,
    every: from !== null || to !== null || rule.dates === undefined,
  };
  return {
    rule,
    serial: (serials += 1),
    problem,
    decision: {
      isOpen: rule.isOpen,
      closedReason: rule.isOpen ? "" : rule.closedReason || REASON_CLOSED,
      ruleId: rule.id,
    },
    days: problem === null ? occurrences(recurrence?.ok ? recurrence.recurrence : null, bounds) : NEVER,
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
