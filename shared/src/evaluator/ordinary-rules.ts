import { DAY_MINUTES } from "../time/civil";
import { compileRecurrence } from "../recurrence/recurrence";
import { everyWeek, WHOLE_WEEK } from "../recurrence/every-week";
import { tidyRRule } from "../recurrence/tidy";
import type { Rule } from "../model/model";
import type { CompiledRule } from "./compile-rule";

/** The weekdays on which a rule applies weekly without an end; 0 for any other rule. */
function weekly({ rule, problem }: CompiledRule): number {
  if (problem !== null || rule.endDate || rule.relativeTo) return 0;
  if (!rule.dateRRule) return rule.dates === undefined ? WHOLE_WEEK : 0;
  // Only the presence of a start matters: its date does not change the listed weekdays.
  const read = compileRecurrence(tidyRRule(rule.dateRRule), rule.startDate ? 0 : null);
  return read.ok ? everyWeek(read.recurrence.parts) : 0;
}

/**
 * Whether a rule belongs to a schedule's ordinary week: an open rule without an exception, or any rule that recurs weekly
 * without an end, such as "closed on Sundays" or a lunch break. A rule that closes every day in full from a date on does
 * not belong to it, because it ends the ordinary week.
 */
export function isOrdinary(compiled: CompiledRule): boolean {
  const { rule, start, end } = compiled;
  if (rule.isOpen && !rule.exception) return true;
  const weekdays = weekly(compiled);
  const closesAll = weekdays === WHOLE_WEEK && start === 0 && end === DAY_MINUTES;
  return weekdays !== 0 && !(closesAll && rule.startDate);
}

const ordinary = new WeakMap<Rule, Rule>();

/** An ordinary rule without its excluded dates, and a closing one without its additional dates. */
export function asOrdinary(rule: Rule): Rule {
  if (!rule.exceptDates?.length && (rule.isOpen || !rule.dates?.length)) return rule;
  let known = ordinary.get(rule);
  if (known === undefined) {
    const { exceptDates: _, dates, ...rest } = rule;
    known = rule.isOpen && dates ? { ...rest, dates } : rest;
    ordinary.set(rule, known);
  }
  return known;
}
