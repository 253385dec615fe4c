import { createSelector } from "@reduxjs/toolkit";
import type { LiveRule } from "../../state/live";
import { selectLiveRules, selectSchedules } from "../../state/select";
import { fold } from "./fold";

/** What the table shows of a rule, before any words. */
export interface RuleRow {
  readonly id: string;
  readonly item: LiveRule;
  /** The id, where the item cannot be read. */
  readonly name: string;
  readonly folded: string;
  /** Names of the schedules that use it. */
  readonly usedBy: readonly string[];
}

const selectUsers = createSelector(selectSchedules, (schedules): ReadonlyMap<string, readonly string[]> => {
  const users = new Map<string, string[]>();
  for (const { name, rules } of schedules) {
    for (const rule of new Set(rules)) {
      const names = users.get(rule);
      if (names === undefined) users.set(rule, [name]);
      else names.push(name);
    }
  }
  return users;
});

export const selectRuleRows = createSelector(
  selectLiveRules,
  selectUsers,
  (items, users): readonly RuleRow[] =>
    items.map((item) => {
      const name = item.value?.name ?? item.id;
      return { id: item.id, item, name, folded: fold(name), usedBy: users.get(item.id) ?? [] };
    }),
);
