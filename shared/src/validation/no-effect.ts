import { nextOccurrence } from "../evaluator/next-occurrence";
import { DAY_MINUTES } from "../time/civil";
import type { CompiledRule } from "../evaluator/compile-rule";
import { type DayPlan, dayPlan, windowsOf, wholeDays } from "../evaluator/day-plan";
import type { Finding } from "../model/finding";

/** Fewest occurrences to check for rules that apply rarely, however far apart. */
const SEEN_OFTEN = 12;

/**
 * Open rules that only repeat hours that other rules open, such as a shorter day: removing them changes nothing.
 * Of rules that repeat each other, reports the lowest, so that one remains.
 */
export function noEffectFindings(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  const withAll = { plan: dayPlan(rules), isWhole: wholeDays(rules) };
  let rest = rules;
  const found: Omit<Finding, "scheduleId">[] = [];
  for (const compiled of [...rules].reverse()) {
    const { rule, problem } = compiled;
    if (problem !== null || rule.exception || !rule.isOpen) continue;
    const others = rest.filter((other) => other !== compiled);
    const by = repeatedBy(compiled, others, withAll, from, to);
    if (by === null) continue;
    rest = others;
    const names = others.filter((other) => by.has(other.rule.id));
    found.push({
      code: "rule-no-effect",
      severity: "warning",
      ruleId: rule.id,
      params: {
        rule: rule.name || rule.id,
        by: names.map((other) => other.rule.name || other.rule.id),
        byIds: names.map((other) => other.rule.id),
      },
    });
  }
  return found.reverse();
}

/** The rules that open all of a rule's hours without it; null: some hours would be closed, or none exist. */
function repeatedBy(
  compiled: CompiledRule,
  others: readonly CompiledRule[],
  { plan: withIt, isWhole }: { readonly plan: DayPlan; readonly isWhole: (day: number) => boolean },
  from: number,
  to: number,
): ReadonlySet<string> | null {
  const plan = dayPlan(others);
  const by = new Set<string>();
  let decides = false;
  const isOpen = (day: number): boolean =>
    windowsOf([compiled], day, isWhole).every((window) => {
      const { starts, decisions } = plan(day);
      const opens = withIt(day);
      return decisions.every((decision, k) => {
        const [begin, end] = [starts[k] ?? 0, starts[k + 1] ?? DAY_MINUTES];
        if (begin >= window.to || end <= window.from) return true;
        if (decision.isOpen && decision.ruleId !== null) {
          by.add(decision.ruleId);
          decides = true;
          return true;
        }
        // Hours that are closed even with the rule belong to a rule of higher priority, so this one does not
        // open them.
        return opens.decisions.every(
          ({ isOpen: open }, j) =>
            !open ||
            (opens.starts[j] ?? 0) >= Math.min(end, window.to) ||
            (opens.starts[j + 1] ?? DAY_MINUTES) <= Math.max(begin, window.from),
        );
      });
    });
  let day = nextOccurrence(compiled.days, from);
  for (let seen = 0; day !== null && (day <= to || seen < SEEN_OFTEN); seen += 1) {
    if (!isOpen(day) || (compiled.end <= compiled.start && !isOpen(day + 1))) return null;
    day = nextOccurrence(compiled.days, day + 1);
  }
  return decides ? by : null;
}
