import { withReferences } from "../../evaluator/compile-rule";
import type { Rule } from "../../model/model";

/** Copies rules under new ids. Days that are relative to one of them are relative to its copy. */
export function copyRules(
  rules: readonly Rule[],
  newId: () => string,
  nameOf: (rule: Rule) => string,
): ReadonlyMap<string, Rule> {
  const ids = new Map(rules.map(({ id }) => [id, newId()]));
  return new Map(
    rules.map((rule) => [
      rule.id,
      {
        ...withReferences(rule, (id) => ids.get(id) ?? id),
        id: ids.get(rule.id) ?? rule.id,
        name: nameOf(rule),
      },
    ]),
  );
}
