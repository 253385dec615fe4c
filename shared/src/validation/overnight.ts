import { nextOccurrence } from "../evaluator/next-occurrence";
import { DAY_MINUTES, formatDate } from "../time/civil";
import type { CompiledRule } from "../evaluator/compile-rule";
import { dayPlan } from "../evaluator/day-plan";
import type { Finding } from "../model/finding";

/** Formats a minute of day as `HH:mm`, the format of the data. */
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/**
 * Overnight opening hours that continue after midnight of a day that another rule closes. Reports each pair of
 * rules once, for the first such night between the civil days `from` and `to`.
 */
export function overnightFindings(
  rules: readonly CompiledRule[],
  from: number,
  to: number,
): Omit<Finding, "scheduleId">[] {
  const plan = dayPlan(rules);
  const byId = new Map(rules.map((compiled) => [compiled.rule.id, compiled]));
  const findings: Omit<Finding, "scheduleId">[] = [];
  for (const shift of rules) {
    const { rule, days, start, end, problem } = shift;
    if (problem !== null || rule.exception || !rule.isOpen || end > start) continue;
    const reported = new Set<string>();
    for (
      let day = nextOccurrence(days, from);
      day !== null && day <= to;
      day = nextOccurrence(days, day + 1)
    ) {
      const { starts, decisions } = plan(day);
      // One closed rule covers the evening, from the start of the shift until midnight.
      const last = decisions[decisions.length - 1];
      if (last === undefined || last.isOpen || (starts[starts.length - 1] ?? 0) > start) continue;
      const closing = byId.get(last.ruleId ?? "");
      if (closing === undefined || closing.rule.exception || reported.has(closing.rule.id)) continue;
      const next = plan(day + 1);
      const opensAt = next.decisions.findIndex(({ ruleId }) => ruleId === rule.id);
      const opens = next.starts[opensAt];
      if (opens === undefined || opens >= end) continue;
      reported.add(closing.rule.id);
      findings.push({
        code: "overnight-after-closed",
        severity: "warning",
        ruleId: rule.id,
        params: {
          rule: rule.name || rule.id,
          by: [closing.rule.name || closing.rule.id],
          byIds: [closing.rule.id],
          date: formatDate(day),
          next: formatDate(day + 1),
          from: clock(opens),
          to: clock(Math.min(end, next.starts[opensAt + 1] ?? DAY_MINUTES)),
        },
      });
    }
  }
  return findings;
}
