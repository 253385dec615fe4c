import { nextOccurrence } from "../evaluator/next-occurrence";
import { DAY_MINUTES, DAY_MS, formatDate, yearStart } from "../time/civil";
import type { CompiledRule } from "../evaluator/compile-rule";
import type { Finding } from "../model/finding";
import type { Rule } from "../model/model";
import { parseDate } from "../time/civil";
import { lastDay } from "./last-day";
import { bytesOf, isTooLarge } from "./size";

/** Findings about a rule by itself. */
export function ruleFindings(compiled: CompiledRule, used: boolean, now: number): Finding[] {
  const { rule, problem } = compiled;
  const finding = (
    code: Finding["code"],
    severity: Finding["severity"],
    params: Finding["params"] = {},
  ): Finding => ({ code, severity, ruleId: rule.id, params });
  const findings = used ? [] : [finding("rule-unused", "info")];
  if (isTooLarge(rule)) findings.push(finding("item-too-large", "error", { bytes: bytesOf(rule) }));
  if (problem !== null) {
    const { code, field, part, value } = problem;
    const params = {
      field,
      ...(part === undefined ? {} : { part }),
      ...(value === undefined ? {} : { value }),
    };
    return [...findings, finding(code, "error", params)];
  }
  if (reversed(rule))
    return [
      ...findings,
      finding("rule-dates-reversed", "error", { from: rule.startDate ?? "", to: rule.endDate ?? "" }),
    ];
  const first = nextOccurrence(compiled.days, yearStart(0));
  if (first === null) return [...findings, finding("rule-never-applies", "error")];
  // The day before yesterday in UTC has ended in every zone, including its overnight hours.
  const past = Math.floor(now / DAY_MS) - 2;
  if (first <= past && nextOccurrence(compiled.days, past + 1) === null) {
    const date = formatDate(lastDay(compiled, first, past));
    // Special hours of a day that has passed are no lack of hours.
    return [
      ...findings,
      finding("rule-ended", rule.isOpen && !rule.exception ? "warning" : "info", { date }),
    ];
  }
  if (rule.endTime === LAST_MINUTE) findings.push(finding("rule-ends-2359", "warning"));
  if (closesForGood(compiled) && first <= past + 2)
    findings.push(finding("rule-closes-for-good", "warning", { date: rule.startDate ?? "" }));
  return findings;
}

/** The last minute of a day that an end can name; users who write it mean midnight. */
const LAST_MINUTE = "23:59";

/** A closed rule of consecutive whole days without an end. */
const closesForGood = ({ rule, start, end }: CompiledRule): boolean =>
  !rule.isOpen &&
  !rule.dateRRule &&
  !rule.relativeTo &&
  !rule.endDate &&
  Boolean(rule.startDate) &&
  start === 0 &&
  end === DAY_MINUTES;

function reversed({ startDate, endDate }: Rule): boolean {
  const from = startDate ? parseDate(startDate) : null;
  const to = endDate ? parseDate(endDate) : null;
  return from !== null && to !== null && to < from;
}
