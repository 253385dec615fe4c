import type { Configuration } from "../../model/model";

/** The configuration in which some rules, which end at 23:59, end at midnight. */
export const endAtMidnight = (
  { rules, schedules }: Configuration,
  ruleIds: ReadonlySet<string>,
): Configuration => ({
  rules: rules.map((rule) => (ruleIds.has(rule.id) ? { ...rule, endTime: "00:00" } : rule)),
  schedules,
});
