import { referencedRules } from "../../evaluator/compile-rule";
import type { Configuration, ItemKind } from "../../model/model";
import type { Edit, EditProblem } from "./problem";

/** An item that refers to rules: a schedule, or a rule with relative days. */
interface Reference {
  readonly kind: ItemKind;
  readonly id: string;
  readonly name: string;
  readonly rules: readonly string[];
}

const referencesOf = ({ rules, schedules }: Configuration): readonly Reference[] => [
  ...schedules.map((schedule): Reference => ({ kind: "schedule", ...schedule })),
  ...rules.map((rule): Reference => ({
    kind: "rule",
    id: rule.id,
    name: rule.name,
    rules: referencedRules(rule),
  })),
];

/** Refuses new references to missing rules, whether an item adds one or a rule with references is deleted. */
export function checkReferences({ before, after }: Edit): EditProblem[] {
  const rules = new Set(after.rules.map((rule) => rule.id));
  const references = referencesOf(after);
  const old = new Map(referencesOf(before).map((each) => [`${each.kind} ${each.id}`, each.rules]));
  const deleted = before.rules.filter((rule) => !rules.has(rule.id));

  const inUse = deleted.flatMap((rule): EditProblem[] => {
    const user = references.find((each) => each.rules.includes(rule.id));
    if (user === undefined) return [];
    const message = `The rule "${rule.name}" is used by the ${user.kind} "${user.name}". Remove it there first.`;
    return [{ kind: "rule", id: rule.id, code: "rule-in-use", message }];
  });
  const isDeleted = new Set(deleted.map((rule) => rule.id));
  const missing = references.flatMap(({ kind, id, name, rules: named }): EditProblem[] => {
    const known = old.get(`${kind} ${id}`);
    return named
      .filter((each) => !rules.has(each) && !isDeleted.has(each) && known?.includes(each) !== true)
      .map((each) => ({
        kind,
        id,
        code: "rule-missing",
        message: `The rule ${each} does not exist. Remove it from the ${kind} "${name}".`,
      }));
  });
  return [...inUse, ...missing];
}
