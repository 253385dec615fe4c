import type { Configuration, Rule } from "../../model/model";

/**
 * Puts rules into a configuration and at the end of the given schedules' lists. A rule whose id is there is replaced;
 * a list that has it keeps its order.
 * @param scheduleIds ids that the configuration does not know are passed over
 */
export function addRules(
  { rules, schedules }: Configuration,
  added: readonly Rule[],
  scheduleIds: ReadonlySet<string>,
): Configuration {
  const byId = new Map(added.map((rule) => [rule.id, rule]));
  const known = new Set(rules.map(({ id }) => id));
  return {
    rules: [...rules.map((rule) => byId.get(rule.id) ?? rule), ...added.filter(({ id }) => !known.has(id))],
    schedules: schedules.map((schedule) =>
      scheduleIds.has(schedule.id)
        ? { ...schedule, rules: [...new Set([...schedule.rules, ...byId.keys()])] }
        : schedule,
    ),
  };
}
