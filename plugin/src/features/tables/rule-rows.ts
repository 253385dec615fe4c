import { createSelector } from "@reduxjs/toolkit";
import type { Finding } from "@schedule-manager/shared/finding";
import type { StoredRule } from "@schedule-manager/shared/sync-layout";
import type { Draft } from "../../state/drafts";
import type { LiveRule } from "../../state/live";
import { selectLiveRules, selectSchedules } from "../../state/select";
import { selectDrafts } from "../../state/select-drafts";
import { selectRuleFindings } from "../../state/select-findings";
import { fold } from "./fold";

/** What the table shows of a rule, before any words. */
export interface RuleRow {
  readonly id: string;
  /** undefined: it is new, and not published yet. */
  readonly item: LiveRule | undefined;
  readonly draft: Draft | undefined;
  /** The id, where the item cannot be read; empty, where a new one has none yet. */
  readonly name: string;
  readonly folded: string;
  /** Names of the schedules that use it. */
  readonly usedBy: readonly string[];
  readonly findings: readonly Finding[];
}

const NONE: readonly never[] = [];

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

/** What a rule says: as it is live, or, where it is new, its draft. */
export const shownRule = ({ item, draft }: Pick<RuleRow, "item" | "draft">): StoredRule | null =>
  item === undefined ? ((draft?.value as StoredRule | null | undefined) ?? null) : item.value;

export const selectRuleRows = createSelector(
  selectLiveRules,
  selectDrafts,
  selectUsers,
  selectRuleFindings,
  (items, drafts, users, findings): readonly RuleRow[] => {
    const mine = new Map(drafts.flatMap((draft) => (draft.kind === "rule" ? [[draft.id, draft]] : [])));
    const row = (id: string, item: LiveRule | undefined): RuleRow => {
      const draft = mine.get(id);
      const name = shownRule({ item, draft })?.name ?? (item === undefined ? "" : id);
      return {
        id,
        item,
        draft,
        name,
        folded: fold(name),
        usedBy: users.get(id) ?? NONE,
        findings: findings.get(id) ?? NONE,
      };
    };
    const known = new Set(items.map(({ id }) => id));
    const fresh = [...mine.values()].filter(({ id, base }) => base === null && !known.has(id));
    return [...items.map((item) => row(item.id, item)), ...fresh.map(({ id }) => row(id, undefined))];
  },
);
