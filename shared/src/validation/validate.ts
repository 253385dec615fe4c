import { compileRules, referencedRules } from "../evaluator/compile-rule";
import type { Finding } from "../model/finding";
import type { Configuration } from "../model/model";
import { nameFindings } from "./name-findings";
import { ruleFindings } from "./rule-findings";
import { scheduleFindings } from "./schedule-findings";

export type { Finding } from "../model/finding";

/**
 * Validates a configuration: rules, then schedules with their combination of rules (400 days ahead), then names
 * and queues that two schedules share. Errors prevent an item from working as written; warnings and infos need
 * attention. `describeFinding` formats them.
 * @param now ms since the epoch
 */
export function validate(configuration: Configuration, now: number): Finding[] {
  const { rules, schedules } = configuration;
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const used = new Set([
    ...schedules.flatMap((schedule) => schedule.rules),
    ...rules.flatMap(referencedRules),
  ]);
  return [
    ...[...compileRules(rules, rulesById).values()].flatMap((compiled) =>
      ruleFindings(compiled, used.has(compiled.rule.id), now),
    ),
    ...schedules.flatMap((schedule) => scheduleFindings(schedule, rulesById, now)),
    ...nameFindings(schedules),
  ];
}
