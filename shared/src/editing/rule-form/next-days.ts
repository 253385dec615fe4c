import { nextOccurrence } from "../../evaluator/next-occurrence";
import { compileRule, type RulesById } from "../../evaluator/compile-rule";
import type { Rule } from "../../model/model";

/**
 * The next days on which a rule applies; empty for an invalid rule.
 * @param from civil day number, inclusive
 */
export function nextDays(rule: Rule, from: number, many: number, rulesById: RulesById): readonly number[] {
  const { days } = compileRule(rule, rulesById);
  const found: number[] = [];
  for (
    let day = nextOccurrence(days, from);
    day !== null && found.length < many;
    day = nextOccurrence(days, day + 1)
  )
    found.push(day);
  return found;
}
