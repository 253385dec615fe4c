import type { Configuration, Rule } from "../../model/model";

/**
 * Adds rules to a configuration and to the end of the given schedules' lists. Replaces rules with the same id;
 * lists that contain them keep their order.
 * @param scheduleIds unknown ids are ignored
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
