import { nextOccurrence } from "../evaluator/next-occurrence";
import { DAY_MINUTES, formatDate } from "../time/civil";
import type { CompiledRule } from "../evaluator/compile-rule";
import { byPriority, dayPlan, windowsOf, wholeDays } from "../evaluator/day-plan";
import type { Finding } from "../model/finding";
import { sameStatus } from "../evaluator/next-change";

/** Rules of a schedule that conflict between the civil days `from` and `to`. */
export function overlapFindings(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  const good = byPriority(rules.filter(({ problem }) => problem === null));
  const shadows = good.flatMap((rule) => shadowed(rule, rules, from, to));
  const hidden = new Set(shadows.map(({ ruleId }) => ruleId));
  const visible = good.filter(({ rule }) => !hidden.has(rule.id));
  return [...shadows, ...contradictions(visible, from, to)];
}

const nameOf = ({ rule }: CompiledRule): string => (rule.name === "" ? rule.id : rule.name);

/**
 * Fewest occurrences to check for rules that apply rarely: a holiday on a closed weekend this year has an effect
 * in others.
 */
const SEEN_OFTEN = 12;

/** Finds a rule that applies but never decides, because other rules always take precedence. */
function shadowed(
  rule: CompiledRule,
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  const plan = dayPlan(rules);
  const isWhole = wholeDays(rules);
  const winners = new Set<string>();
  const decides = (day: number): boolean => {
    const { starts, decisions } = plan(day);
    return windowsOf([rule], day, isWhole).some((window) =>
      decisions.some((decision, k) => {
        if ((starts[k] ?? 0) >= window.to || (starts[k + 1] ?? DAY_MINUTES) <= window.from) return false;
        if (sameStatus(decision, rule.decision)) return true;
        if (decision.ruleId !== null) winners.add(decision.ruleId);
        return false;
      }),
    );
  };
  let day = nextOccurrence(rule.days, from);
  if (day === null || day > to) return [];
  for (
    let seen = 0;
    day !== null && (day <= to || seen < SEEN_OFTEN);
    day = nextOccurrence(rule.days, day + 1)
  ) {
    if (decides(day) || (rule.end <= rule.start && decides(day + 1))) return [];
    seen += 1;
  }
  const by = rules.filter((other) => winners.has(other.rule.id));
  const params = { rule: nameOf(rule), by: by.map(nameOf), byIds: by.map((other) => other.rule.id) };
  return [{ code: "rule-shadowed", severity: "warning", ruleId: rule.rule.id, params }];
}

/** Start and end of a rule's windows, in minutes since civil day 0. */
function stretches(rule: CompiledRule, from: number, to: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const length = rule.end > rule.start ? rule.end - rule.start : rule.end + DAY_MINUTES - rule.start;
  for (
    let day = nextOccurrence(rule.days, from);
    day !== null && day <= to;
    day = nextOccurrence(rule.days, day + 1)
  ) {
    const start = day * DAY_MINUTES + rule.start;
    found.push([start, start + length]);
  }
  return found;
}

/** How often two sorted lists of stretches overlap, and the first time. */
function overlap(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): { times: number; first: number | null } {
  let times = 0;
  let first: number | null = null;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [aFrom, aTo] = a[i] ?? [0, 0];
    const [bFrom, bTo] = b[j] ?? [0, 0];
    if (aFrom < bTo && bFrom < aTo) {
      times += 1;
      first ??= Math.max(aFrom, bFrom);
    }
    if (aTo < bTo) i += 1;
    else j += 1;
  }
  return { times, first };
}

/**
 * Finds exceptions of which one opens while the other closes, and closed rules with different reasons that
 * overlap on most of their days (a holiday on a closed weekend is not a contradiction).
 */
function contradictions(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  const exceptions = rules.filter(({ rule }) => rule.exception);
  const closed = rules.filter(({ rule }) => !rule.exception && !rule.isOpen);
  const known = new Map<CompiledRule, (readonly [number, number])[]>();
  const stretchesOf = (rule: CompiledRule): (readonly [number, number])[] => {
    let list = known.get(rule);
    if (list === undefined) known.set(rule, (list = stretches(rule, from, to)));
    return list;
  };
  const pairs = (
    list: readonly CompiledRule[],
    code: "exceptions-contradict" | "reasons-contradict",
    enough: (times: number, of: number) => boolean,
  ): Omit<Finding, "scheduleId">[] =>
    list.flatMap((upper, index) =>
      list.slice(index + 1).flatMap((lower) => {
        if (sameStatus(upper.decision, lower.decision)) return [];
        // An open exception above a closed one is the intended way to open on a holiday.
        if (code === "exceptions-contradict" && upper.rule.isOpen) return [];
        const [a, b] = [stretchesOf(upper), stretchesOf(lower)];
        const { times, first } = overlap(a, b);
        if (first === null || !enough(times, Math.max(a.length, b.length))) return [];
        const params = {
          rule: nameOf(lower),
          by: [nameOf(upper)],
          byIds: [upper.rule.id],
          date: formatDate(Math.floor(first / DAY_MINUTES)),
        };
        const severity = code === "exceptions-contradict" ? "warning" : "info";
        return [{ code, severity, ruleId: lower.rule.id, params } as const];
      }),
    );
  return [
    ...pairs(exceptions, "exceptions-contradict", (times) => times > 0),
    ...pairs(closed, "reasons-contradict", (times, of) => times * 2 > of),
  ];
}
