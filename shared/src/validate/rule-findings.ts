import { DAY_MS, formatDate, yearStart } from "../civil";
import type { CompiledRule } from "../compile-rule";
import type { Finding } from "../finding";
import type { Rule } from "../model";
import { parseDate } from "../civil";

/** The last day from `first` to `last` on which a rule applies, where it applies on `first`. */
function lastDay(rule: CompiledRule, first: number, last: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const next = rule.days.next(middle);
    if (next !== null && next <= last) low = next;
    else high = middle - 1;
  }
  return low;
}

/** What is wrong with a rule by itself. */
export function ruleFindings(compiled: CompiledRule, used: boolean, now: number): Finding[] {
  const { rule, problem } = compiled;
  const finding = (
    code: Finding["code"],
    severity: Finding["severity"],
    params: Finding["params"] = {},
  ): Finding => ({ code, severity, ruleId: rule.id, params });
  const findings = used ? [] : [finding("rule-unused", "info")];
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
  const first = compiled.days.next(yearStart(0));
  if (first === null) return [...findings, finding("rule-never-applies", "error")];
  // Yesterday in UTC has ended everywhere by tomorrow, and its overnight end with it.
  const past = Math.floor(now / DAY_MS) - 2;
  if (first <= past && compiled.days.next(past + 1) === null) {
    const date = formatDate(lastDay(compiled, first, past));
    return [...findings, finding("rule-ended", rule.isOpen ? "warning" : "info", { date })];
  }
  return findings;
}

function reversed({ startDate, endDate }: Rule): boolean {
  const from = startDate ? parseDate(startDate) : null;
  const to = endDate ? parseDate(endDate) : null;
  return from !== null && to !== null && to < from;
}
