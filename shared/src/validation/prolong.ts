import { compileRule } from "../evaluator/compile-rule";
import { nextOccurrence } from "../evaluator/next-occurrence";
import type { Rule } from "../model/model";
import { tidyRRule } from "../recurrence/tidy";
import { DAY_MS, dayOf, formatDate, monthOf, monthStart, parseDate, yearOf, yearStart } from "../time/civil";
import { lastDay } from "./last-day";

/** Days. A recurrence that ran for less, such as summer hours, does not go on by itself. */
const WHOLE_YEAR = 330;

/** The same date in another year; null: 29 February. */
export function inYear(day: number, year: number): number | null {
  const month = monthOf(day);
  return dayOf(year, (month % 12) + 1, day - monthStart(month) + 1);
}

/** A recurring rule with a later end, and without the end that its recurrence has. */
export function withEnd(rule: Rule, end: number): Rule {
  const parts = tidyRRule(rule.dateRRule ?? "").split(";");
  const endless = parts.filter((part) => !/^(RRULE:)?(UNTIL|COUNT)=/i.test(part));
  return { ...rule, dateRRule: endless.join(";"), endDate: formatDate(end) };
}

/** A recurring rule that has ended, until the same date of next year. Other rules have no continuation. */
export function prolonged(rule: Rule, rulesById: ReadonlyMap<string, Rule>, now: number): readonly Rule[] {
  const compiled = compileRule(rule, rulesById);
  const today = Math.floor(now / DAY_MS);
  const first = nextOccurrence(compiled.days, yearStart(0));
  if (!rule.dateRRule || rule.relativeTo || first === null || first > today) return [];
  const last = lastDay(compiled, first, today);
  const start = rule.startDate ? parseDate(rule.startDate) : null;
  if (start !== null && last - start < WHOLE_YEAR) return [];
  const end = (rule.endDate ? parseDate(rule.endDate) : null) ?? last;
  const year = yearOf(today) + 1;
  return [withEnd(rule, inYear(Math.max(end, last), year) ?? yearStart(year + 1) - 1)];
}
