import { DAY_MINUTES, parseDate, parseTime } from "../time/civil";
import { compileRule } from "../evaluator/compile-rule";
import type { Rule } from "../model/model";
import { compileRecurrence } from "../recurrence/recurrence";
import { tidyRRule } from "../recurrence/tidy";
import { describeProblem } from "./describe-problem";
import { describeRecurrence } from "./describe-recurrence";
import { describeRelative } from "./describe-relative";
import { formatDay, formatMinute } from "./format-date";
import { formatList } from "./format-list";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";
import type { Messages } from "./messages/messages";
import { plural } from "./plural";

/** Longest list of dates; further dates are counted. */
const MAX_NAMED_DATES = 5;

export interface DescribeRuleOptions {
  /** Today as a civil day number: includes a start date only if it lies in the future. */
  readonly today?: number;
  /** Looks up the rules that the rule's days are relative to. */
  readonly rulesById?: Pick<ReadonlyMap<string, Rule>, "get">;
}

const day = (date: string | undefined): number | null =>
  date === undefined || date === "" ? null : parseDate(date);

function dateList(dates: readonly string[], locale: string, messages: Messages): string {
  const days = dates.flatMap((date) => day(date) ?? []).sort((a, b) => a - b);
  const named = days.slice(0, MAX_NAMED_DATES).map((date) => formatDay(locale, date));
  const rest = days.length - named.length;
  return formatList(
    locale,
    rest > 0
      ? [...named, interpolate(locale, plural(locale, messages.range.more, rest), { n: rest })]
      : named,
  );
}

/** The days of a rule without a recurrence. */
function describeRange(rule: Rule, locale: string, messages: Messages): string[] {
  const { range, clause } = messages;
  const from = day(rule.startDate);
  const to = day(rule.endDate);
  const dates = dateList(rule.dates ?? [], locale, messages);
  const format = (date: number): string => formatDay(locale, date);
  if (from === null && to === null) {
    if (rule.dates === undefined) return [messages.recurrence.everyDay];
    return [dates === "" ? range.never : interpolate(locale, range.dates, { list: dates })];
  }
  const also = dates === "" ? [] : [interpolate(locale, clause.also, { list: dates })];
  if (to === null) return [interpolate(locale, range.from, { date: format(from ?? 0) }), ...also];
  if (from === null) return [interpolate(locale, range.until, { date: format(to) }), ...also];
  if (from === to) return [interpolate(locale, range.day, { date: format(to) }), ...also];
  return [interpolate(locale, range.days, { from: format(from), to: format(to) }), ...also];
}

function describeTimes(rule: Rule, locale: string, messages: Messages): string[] {
  const start = parseTime(rule.startTime ?? "") ?? 0;
  const end = parseTime(rule.endTime ?? "") || DAY_MINUTES;
  if (start === 0 && end === DAY_MINUTES) return rule.isOpen ? [messages.clause.allDay] : [];
  return [
    interpolate(locale, messages.clause.times, {
      from: formatMinute(locale, start),
      to: formatMinute(locale, end),
    }),
  ];
}

/** The start, if it lies in the future, and the end. */
function describeBounds(
  rule: Rule,
  locale: string,
  { clause }: Messages,
  { today }: DescribeRuleOptions,
  recurrenceUntil: number | null = null,
): string[] {
  const from = day(rule.startDate);
  const until = Math.min(recurrenceUntil ?? Infinity, day(rule.endDate) ?? Infinity);
  return [
    ...(from !== null && today !== undefined && from > today
      ? [interpolate(locale, clause.from, { date: formatDay(locale, from) })]
      : []),
    ...(until === Infinity ? [] : [interpolate(locale, clause.until, { date: formatDay(locale, until) })]),
  ];
}

/**
 * Describes when a rule applies, in the locale's language: "Every 2nd Friday, 22:00–06:00, until 31 Dec 2027".
 * For an invalid rule, describes the problem.
 */
export function describeRule(rule: Rule, asked: string, options: DescribeRuleOptions = {}): string {
  const locale = knownLocale(asked);
  const messages = messagesFor(locale);
  const { rulesById = new Map<string, Rule>() } = options;
  const { problem } = compileRule(rule, rulesById);
  if (problem !== null) return describeProblem(problem, locale);
  const { clause } = messages;
  const times = describeTimes(rule, locale, messages);
  const except = dateList(rule.exceptDates ?? [], locale, messages);
  const left = except === "" ? [] : [interpolate(locale, clause.except, { list: except })];
  const join = (clauses: readonly string[]): string => {
    const text = clauses.join(messages.comma);
    return messages.tidy?.(text) ?? text;
  };
  if (rule.relativeTo)
    return join([
      ...describeRelative(rule.relativeTo, rulesById, locale, messages),
      ...times,
      ...describeBounds(rule, locale, messages, options),
      ...left,
    ]);
  if (!rule.dateRRule) return join([...describeRange(rule, locale, messages), ...times, ...left]);

  const compiled = compileRecurrence(tidyRRule(rule.dateRRule), day(rule.startDate));
  if (!compiled.ok) return describeProblem(compiled.problem, locale);
  const { parts } = compiled.recurrence;
  const also = dateList(rule.dates ?? [], locale, messages);
  const { count } = parts;
  return join([
    ...describeRecurrence(parts, locale, messages),
    ...times,
    ...describeBounds(rule, locale, messages, options, parts.until),
    ...(count === null ? [] : [interpolate(locale, plural(locale, clause.count, count), { n: count })]),
    ...(also === "" ? [] : [interpolate(locale, clause.also, { list: also })]),
    ...left,
  ]);
}
