import { DAY_MINUTES } from "../time/civil";
import type { CompiledRule } from "../evaluator/compile-rule";
import { dayPlan, windowsOf, wholeDays } from "../evaluator/day-plan";
import type { Finding } from "../model/finding";

/** Rules that apply seldom are looked at so often, whatever lies between. */
const SEEN_OFTEN = 12;

/**
 * Open rules that only repeat what is open anyway, such as shorter hours on a day: without them nothing would change.
 * Of rules that repeat each other the lowest is told, so that one of them stays.
 */
export function noEffectFindings(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  let rest = rules;
  const found: Omit<Finding, "scheduleId">[] = [];
  for (const compiled of [...rules].reverse()) {
    const { rule, problem } = compiled;
    if (problem !== null || rule.exception || !rule.isOpen) continue;
    const others = rest.filter((other) => other !== compiled);
    const by = repeats(compiled, others, rules, from, to);
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

/** The rules that open all of a rule's hours without it, or null where some would be closed or never come. */
function repeats(
  compiled: CompiledRule,
  others: readonly CompiledRule[],
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): ReadonlySet<string> | null {
  const plan = dayPlan(others);
  const withIt = dayPlan(rules);
  const isWhole = wholeDays(rules);
  const by = new Set<string>();
  let decides = false;
  const isOpen = (day: number): boolean =>
    windowsOf([compiled], day, isWhole).every((piece) => {
      const { starts, decisions } = plan(day);
      const opens = withIt(day);
      return decisions.every((decision, k) => {
        const [begin, end] = [starts[k] ?? 0, starts[k + 1] ?? DAY_MINUTES];
        if (begin >= piece.to || end <= piece.from) return true;
        if (decision.isOpen && decision.ruleId !== null) {
          by.add(decision.ruleId);
          decides = true;
          return true;
        }
        // Where it is closed with the rule as well, another rule wins: that is no opening of this one.
        return opens.decisions.every(
          ({ isOpen: open }, j) =>
            !open ||
            (opens.starts[j] ?? 0) >= Math.min(end, piece.to) ||
            (opens.starts[j + 1] ?? DAY_MINUTES) <= Math.max(begin, piece.from),
        );
      });
    });
  let day = compiled.days.next(from);
  for (let seen = 0; day !== null && (day <= to || seen < SEEN_OFTEN); seen += 1) {
    if (!isOpen(day) || (compiled.end <= compiled.start && !isOpen(day + 1))) return null;
    day = compiled.days.next(day + 1);
  }
  return decides ? by : null;
}
