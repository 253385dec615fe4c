import { DAY_MINUTES, parseDate, parseTime } from "../civil";
import { compileRule } from "../compile-rule";
import type { Rule } from "../model";
import { compileRecurrence } from "../recurrence/recurrence";
import { stringsFor } from "../strings/find";
import { knownLocale } from "../strings/pick";
import type { Strings } from "../strings/table";
import { fill, formatDay, formatMinute, joinList } from "./format";
import { problemInWords } from "./finding";
import { recurrenceInWords } from "./recurrence";

/** So many dates are named; the rest is counted. */
const MAX_NAMED_DATES = 5;

export interface RuleWordsOptions {
  /** Today as a civil day number: then a start date that lies ahead is said, and one that has passed is not. */
  readonly today?: number;
}

const day = (date: string | undefined): number | null =>
  date === undefined || date === "" ? null : parseDate(date);

function dateList(dates: readonly string[], locale: string, strings: Strings): string {
  const days = dates.flatMap((date) => day(date) ?? []).sort((a, b) => a - b);
  const named = days.slice(0, MAX_NAMED_DATES).map((date) => formatDay(locale, date));
  const rest = days.length - named.length;
  return joinList(
    locale,
    rest > 0
      ? [...named, fill(rest === 1 ? strings.range.more.one : strings.range.more.other, { n: rest })]
      : named,
  );
}

/** Days of a rule without a recurrence. */
function rangeInWords(rule: Rule, locale: string, strings: Strings): string[] {
  const { range, clause } = strings;
  const from = day(rule.startDate);
  const to = day(rule.endDate);
  const dates = dateList(rule.dates ?? [], locale, strings);
  const said = (date: number): string => formatDay(locale, date);
  if (from === null && to === null) {
    if (rule.dates === undefined) return [strings.recurrence.everyDay];
    return [dates === "" ? range.never : fill(range.dates, { list: dates })];
  }
  const also = dates === "" ? [] : [fill(clause.also, { list: dates })];
  if (to === null) return [fill(range.from, { date: said(from ?? 0) }), ...also];
  if (from === null) return [fill(range.until, { date: said(to) }), ...also];
  if (from === to) return [fill(range.day, { date: said(to) }), ...also];
  return [fill(range.days, { from: said(from), to: said(to) }), ...also];
}

function timesInWords(rule: Rule, locale: string, strings: Strings): string[] {
  const start = parseTime(rule.startTime ?? "") ?? 0;
  const end = parseTime(rule.endTime ?? "") || DAY_MINUTES;
  if (start === 0 && end === DAY_MINUTES) return rule.isOpen ? [strings.clause.allDay] : [];
  return [fill(strings.clause.times, { from: formatMinute(locale, start), to: formatMinute(locale, end) })];
}

/**
 * When a rule applies, in a locale's words: "Every 2nd Friday, 22:00–06:00, until 31 Dec 2027". A rule that is
 * refused is said to be so, with the reason.
 */
export function ruleInWords(rule: Rule, asked: string, options: RuleWordsOptions = {}): string {
  const locale = knownLocale(asked);
  const strings = stringsFor(locale);
  const { problem } = compileRule(rule);
  if (problem !== null) return problemInWords(problem, locale);
  const { clause } = strings;
  const times = timesInWords(rule, locale, strings);
  const except = dateList(rule.exceptDates ?? [], locale, strings);
  const left = except === "" ? [] : [fill(clause.except, { list: except })];
  const join = (clauses: readonly string[]): string => {
    const text = clauses.join(strings.comma);
    return strings.tidy?.(text) ?? text;
  };
  if (!rule.dateRRule) return join([...rangeInWords(rule, locale, strings), ...times, ...left]);

  const from = day(rule.startDate);
  const compiled = compileRecurrence(rule.dateRRule, from);
  if (!compiled.ok) return problemInWords(compiled.problem, locale);
  const { parts } = compiled.recurrence;
  const until = Math.min(parts.until ?? Infinity, day(rule.endDate) ?? Infinity);
  const also = dateList(rule.dates ?? [], locale, strings);
  const { count } = parts;
  return join([
    ...recurrenceInWords(parts, locale, strings),
    ...times,
    ...(from !== null && options.today !== undefined && from > options.today
      ? [fill(clause.from, { date: formatDay(locale, from) })]
      : []),
    ...(until === Infinity ? [] : [fill(clause.until, { date: formatDay(locale, until) })]),
    ...(count === null ? [] : [fill(count === 1 ? clause.count.one : clause.count.other, { n: count })]),
    ...(also === "" ? [] : [fill(clause.also, { list: also })]),
    ...left,
  ]);
}
