import type { CompiledRule } from "../evaluator/compile-rule";
import { nextOccurrence } from "../evaluator/next-occurrence";
import type { Rule } from "../model/model";
import { tidyRRule } from "../recurrence/tidy";
import { DAY_MINUTES, parseDate, yearStart } from "../time/civil";
import { lastDay } from "./last-day";

export interface EndingClosure {
  readonly compiled: CompiledRule;
  /** The last civil day on which it closes. */
  readonly last: number;
}

const isAllDay = ({ start, end }: CompiledRule): boolean => start === 0 && end === DAY_MINUTES;

const hasEnd = (rule: Rule): boolean =>
  Boolean(rule.endDate) || (!rule.startDate && rule.dates !== undefined);

const isYearly = ({ dateRRule }: Rule): boolean =>
  /(^|[:;])FREQ=YEARLY(;|$)/i.test(tidyRRule(dateRRule ?? ""));

function lastFixedDay({ days, rule }: CompiledRule): number | null {
  const ends = [rule.endDate, ...(rule.dates ?? [])].flatMap((date) => (date ? (parseDate(date) ?? []) : []));
  return ends.sort((a, b) => b - a).find((day) => days.has(day)) ?? null;
}

/** The last day of a recurrence that has an end before a day. */
function lastRecurringDay(compiled: CompiledRule, before: number): number | null {
  if (nextOccurrence(compiled.days, before) !== null) return null;
  const first = nextOccurrence(compiled.days, yearStart(0));
  return first === null ? null : lastDay(compiled, first, before);
}

/**
 * Rules that close whole days and have an end: dates, ranges of dates, and yearly days that end.
 * @param before civil day number: yearly days that end later do not count
 */
export const endingClosures = (rules: readonly CompiledRule[], before: number): readonly EndingClosure[] =>
  rules
    .filter((compiled) => compiled.problem === null && !compiled.rule.isOpen && isAllDay(compiled))
    .flatMap((compiled) => {
      const { rule } = compiled;
      const last = !rule.dateRRule
        ? hasEnd(rule)
          ? lastFixedDay(compiled)
          : null
        : isYearly(rule)
          ? lastRecurringDay(compiled, before)
          : null;
      return last === null ? [] : [{ compiled, last }];
    });
