import { compileRule, type RulesById } from "../../evaluator/compile-rule";
import type { Rule } from "../../model/model";
import { DAY_MINUTES } from "../../time/civil";
import { nextDays } from "../rule-form/next-days";

/** Yearly rules are compared over as many years, lists of holidays to their end. */
const COMPARED_DAYS = 15;

/**
 * Identifies rules that close whole days: equal for the same reason and the same days from a day on. Null: the rule is
 * open, closes hours only, never applies again, or has days that depend on other rules.
 * @param from civil day number
 */
export function closingKey(rule: Rule, from: number, rulesById: RulesById): string | null {
  if (rule.isOpen || rule.relativeTo) return null;
  const { start, end, decision } = compileRule(rule, rulesById);
  if (start !== 0 || end !== DAY_MINUTES) return null;
  const days = nextDays(rule, from, COMPARED_DAYS, rulesById);
  return days.length === 0 ? null : `${days.join()} ${decision.closedReason}`;
}
