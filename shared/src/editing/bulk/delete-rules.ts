import { referencedRules } from "../../evaluator/compile-rule";
import type { Configuration, Rule, Schedule } from "../../model/model";
import { withRulesRemoved } from "./bulk-edits";

interface RulesDeletion {
  readonly rules: readonly Rule[];
  /** The schedules that use deleted rules, without them. */
  readonly schedules: readonly Schedule[];
  /** The chosen rules that stay, because the days of a rule that stays depend on them. */
  readonly kept: readonly Rule[];
}

/** What changes when rules are deleted. @param ids unknown ids are ignored */
export function deleteRules({ rules, schedules }: Configuration, ids: Iterable<string>): RulesDeletion {
  const deleted = new Set(ids);
  const chosen = rules.filter(({ id }) => deleted.has(id));
  // A rule that stays keeps the rules that its days depend on, and those keep theirs.
  for (let size = -1; size !== deleted.size;) {
    size = deleted.size;
    for (const rule of rules)
      if (!deleted.has(rule.id)) for (const other of referencedRules(rule)) deleted.delete(other);
  }
  return {
    rules: chosen.filter(({ id }) => deleted.has(id)),
    schedules: withRulesRemoved(schedules, deleted),
    kept: chosen.filter(({ id }) => !deleted.has(id)),
  };
}
