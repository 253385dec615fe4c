import { dependencies } from "../../evaluator/compile-rule";
import type { Configuration, ItemKind } from "../../model/model";

/** The part of a configuration that chosen items need: with the rules that they use or refer to, in their order. */
export function chooseItems(
  { rules, schedules }: Configuration,
  kind: ItemKind,
  ids: ReadonlySet<string>,
): Configuration {
  const chosen = kind === "schedule" ? schedules.filter(({ id }) => ids.has(id)) : [];
  const roots = kind === "schedule" ? chosen.flatMap((schedule) => schedule.rules) : ids;
  const needed = dependencies(roots, new Map(rules.map((rule) => [rule.id, rule])));
  return { rules: rules.filter(({ id }) => needed.has(id)), schedules: chosen };
}
