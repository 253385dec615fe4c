import type { Edit, EditProblem } from "./problem";

/** No schedule may come to refer to a rule that is not there: neither by its own edit nor by the rule's deletion. */
export function checkReferences({ before, after }: Edit): EditProblem[] {
  const rules = new Set(after.rules.map((rule) => rule.id));
  const old = new Map(before.schedules.map((schedule) => [schedule.id, schedule.rules]));
  const deleted = before.rules.filter((rule) => !rules.has(rule.id));

  const inUse = deleted.flatMap((rule): EditProblem[] => {
    const user = after.schedules.find((schedule) => schedule.rules.includes(rule.id));
    if (user === undefined) return [];
    const message = `The rule "${rule.name}" is used by the schedule "${user.name}". Remove it there first.`;
    return [{ kind: "rule", id: rule.id, code: "rule-in-use", message }];
  });
  const isDeleted = new Set(deleted.map((rule) => rule.id));
  const missing = after.schedules.flatMap((schedule): EditProblem[] =>
    schedule.rules
      .filter((id) => !rules.has(id) && !isDeleted.has(id) && old.get(schedule.id)?.includes(id) !== true)
      .map((id) => ({
        kind: "schedule",
        id: schedule.id,
        code: "rule-missing",
        message: `There is no rule ${id} (any more). Remove it from the schedule "${schedule.name}".`,
      })),
  );
  return [...inUse, ...missing];
}
