import { DAY_MINUTES, parseDate, parseTime } from "../time/civil";
import { type Decision, REASON_CLOSED, type Rule } from "../model/model";
import { type Occurrences, occurrences } from "./occurrences";
import type { RuleProblem } from "../model/problem";
import { type CompiledRecurrence, compileRecurrence } from "../recurrence/recurrence";
import { tidyRRule } from "../recurrence/tidy";
import { relativeDays } from "./relative-days";
import { memoize } from "../collections/memoize";

/** A rule prepared for evaluation. Created only by `compileRules`. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Unique for each compiled rule. */
  readonly serial: number;
  /** The reason why the rule never matches; null: the rule is valid. */
  readonly problem: RuleProblem | null;
  /** The schedule's answer when this rule decides. */
  readonly decision: Decision;
  readonly days: Occurrences;
  /** Minute of day. */
  readonly start: number;
  /** Minute of day, 1 to 1440. Not after `start`: on the next day. */
  readonly end: number;
}

/** Looks up the rules that `relativeTo` names. */
export type RulesById = Pick<ReadonlyMap<string, Rule>, "get">;

const MAX_REMEMBERED = 10_000;
/** Longest chain of rules that refer to each other, which bounds the time of every evaluation. */
const MAX_DEPTH = 8;

/** Rules with the same recurrence and start share one compiled recurrence. */
const recurrenceOf = memoize(
  MAX_REMEMBERED,
  (_key: string, text: string, start: number | null): CompiledRecurrence =>
    compileRecurrence(tidyRRule(text), start),
);

/** The days of an invalid rule. */
const NEVER = occurrences(null, {
  from: Infinity,
  to: -Infinity,
  dates: new Set(),
  exceptDates: new Set(),
  every: false,
});

let serials = 0;

/** A rule that another one refers to, or the reason why it is unavailable. */
type Reference = CompiledRule | "relative-circle" | "relative-rule-missing";

function compile(rule: Rule, references: readonly Reference[]): CompiledRule {
  let problem: RuleProblem | null = null;
  const refuse = (code: RuleProblem["code"], field: keyof Rule, value: string): void => {
    problem ??= { code, field, value: value.slice(0, 40) };
  };
  /** Parses an optional text (of any type in stored data) to a number; editors write "" for an absent value. */
  const read = (
    field: keyof Rule,
    parse: (text: string) => number | null,
    code: RuleProblem["code"],
    value: unknown = rule[field],
  ): number | null => {
    // Stored data may hold a number here; its text is parsed and refused like another.
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
  const bounds = {
    from: from ?? -Infinity,
    to: to ?? Infinity,
    dates: days("dates"),
    exceptDates: days("exceptDates"),
    every: from !== null || to !== null || !rule.dates,
  };
  const { relativeTo } = rule;
  const recurrence = rule.dateRRule
    ? recurrenceOf(`${from ?? ""} ${rule.dateRRule}`, `${rule.dateRRule}`, from)
    : null;
  if (recurrence?.ok === false) problem ??= recurrence.problem;
  const others = references.flatMap((other) => (typeof other === "string" ? [] : other.days));
  const relative = relativeTo ? relativeDays(relativeTo, others) : null;
  if (relativeTo) {
    if (recurrence) refuse("relative-misplaced", "dateRRule", rule.dateRRule ?? "");
    if (bounds.dates.size > 0) refuse("relative-misplaced", "dates", rule.dates?.[0] ?? "");
    if (!relative) refuse("relative-invalid", "relativeTo", "");
  }
  references.forEach((other, index) => {
    if (typeof other === "string") refuse(other, "relativeTo", referencedRules(rule)[index] ?? "");
  });
  return {
    rule,
    serial: (serials += 1),
    problem,
    decision: {
      isOpen: rule.isOpen,
      closedReason: rule.isOpen ? "" : rule.closedReason || REASON_CLOSED,
      ruleId: rule.id,
    },
    days: problem ? NEVER : occurrences(recurrence?.ok ? recurrence.recurrence : null, bounds, relative),
    start,
    end,
  };
}

/** Ids of the rules that a rule's days depend on. */
export const referencedRules = ({ relativeTo }: Rule): readonly string[] =>
  relativeTo ? [...relativeTo.rules, ...(relativeTo.workingDays?.except ?? [])] : [];

/** Transitive closure of `ids` over `relativeTo`: every rule that can affect the answers. */
export function dependencies(ids: Iterable<string>, rulesById: RulesById): ReadonlySet<string> {
  const found = new Set(ids);
  // Iterating a Set visits elements added during the loop.
  for (const id of found) {
    const rule = rulesById.get(id);
    if (rule?.relativeTo) for (const other of referencedRules(rule)) found.add(other);
  }
  return found;
}

/** Replaces the ids of the rules that a rule's days are relative to. */
export function withReferences<R extends Pick<Rule, "relativeTo">>(
  rule: R,
  rename: (id: string) => string,
): R {
  const { relativeTo } = rule;
  if (!relativeTo) return rule;
  const { rules, workingDays } = relativeTo;
  return {
    ...rule,
    relativeTo: {
      ...relativeTo,
      rules: rules.map(rename),
      ...(workingDays ? { workingDays: { ...workingDays, except: workingDays.except.map(rename) } } : {}),
    },
  };
}

const compiled = new WeakMap<Rule, { readonly key: string; readonly rule: CompiledRule }>();

/** Compiles a rule once for each combination of the rules it refers to. */
function compileOnce(rule: Rule, references: readonly Reference[]): CompiledRule {
  const key = references.map((other) => (typeof other === "string" ? other : other.serial)).join();
  let known = compiled.get(rule);
  if (known?.key !== key) compiled.set(rule, (known = { key, rule: compile(rule, references) }));
  return known.rule;
}

/**
 * Compiles rules and the rules they refer to. Cached by object and by references, since rules are immutable.
 * Never throws: an invalid rule never matches, and `problem` holds the reason.
 * @param rulesById looks up the rules that `relativeTo` names
 * @returns `rules` and every rule they refer to, compiled
 */
export function compileRules(rules: Iterable<Rule>, rulesById: RulesById): ReadonlyMap<Rule, CompiledRule> {
  const done = new Map<Rule, CompiledRule>();
  const referenceOf = (id: string): Reference => {
    const rule = rulesById.get(id);
    return rule ? (done.get(rule) ?? "relative-circle") : "relative-rule-missing";
  };
  const waiting = new Set(rules);
  // Iterating a Set visits elements added during the loop: referenced rules join the queue.
  for (const rule of waiting)
    for (const other of referencedRules(rule).map((id) => rulesById.get(id))) if (other) waiting.add(other);
  // Each round compiles the rules whose references are all compiled. The last round compiles the rest, as
  // invalid: circular references and chains longer than MAX_DEPTH.
  for (let round = 0; waiting.size > 0; round += 1) {
    const ready = [...waiting].map((rule) => ({ rule, references: referencedRules(rule).map(referenceOf) }));
    for (const { rule, references } of ready)
      if (round >= MAX_DEPTH || !references.includes("relative-circle")) {
        waiting.delete(rule);
        done.set(rule, compileOnce(rule, references));
      }
  }
  return done;
}

/** Compiles one rule; see `compileRules`. */
export const compileRule = (rule: Rule, rulesById: RulesById = new Map()): CompiledRule =>
  compileRules([rule], rulesById).get(rule) ?? compileOnce(rule, []);
