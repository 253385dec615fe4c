import type { StoredRule } from "@schedule-manager/shared/model/model";
import { createSelector } from "@reduxjs/toolkit";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import type { Finding } from "@schedule-manager/shared/model/finding";
import type { Draft } from "../../drafts/draft";
import { sameItems } from "../../catalogue/same-items";
import type { LiveRule } from "../../catalogue/live-items";
import type { Selectors } from "../../store/selectors";
import { searchKey } from "../../i18n/search-key";

/** A rule's row, independent of language. */
export interface RuleRow {
  readonly id: string;
  /** undefined: the rule is new and unpublished. */
  readonly item: LiveRule | undefined;
  readonly draft: Draft | undefined;
  /** The id when the item is invalid; empty when a new one has no name yet. */
  readonly name: string;
  readonly searchKey: string;
  /** Names of the schedules that use the rule. */
  readonly usedBy: readonly string[];
  /** Names of the rules whose days are relative to this one's. */
  readonly referredBy: readonly string[];
  readonly findings: readonly Finding[];
}

const NONE: readonly never[] = [];

/** The names of the users of each item. */
function usersOf(
  uses: Iterable<readonly [name: string, rules: readonly string[]]>,
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [name, rules] of uses) {
    for (const rule of new Set(rules)) {
      const names = users.get(rule);
      if (names === undefined) users.set(rule, [name]);
      else names.push(name);
    }
  }
  return users;
}

/** The shown version of a rule: the live one, or the draft of a new one. */
export const shownRule = ({ item, draft }: Pick<RuleRow, "item" | "draft">): StoredRule | null =>
  // A draft of a rule holds a rule.
  item === undefined ? ((draft?.value as StoredRule | null | undefined) ?? null) : item.value;

/** Whether the item is valid, or new. */
export const isReadableRule = (row: RuleRow): boolean => shownRule(row) !== null;

/** Keeps the identity of unchanged rows, so that only changed rows render. */
function rowMemory() {
  let previous = new Map<string, RuleRow>();
  return (
    items: readonly LiveRule[],
    drafts: readonly Draft[],
    users: ReadonlyMap<string, readonly string[]>,
    referrers: ReadonlyMap<string, readonly string[]>,
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): readonly RuleRow[] => {
    const mine = new Map(drafts.flatMap((draft) => (draft.kind === "rule" ? [[draft.id, draft]] : [])));
    const row = (id: string, item: LiveRule | undefined): RuleRow => {
      const draft = mine.get(id);
      const usedBy = users.get(id) ?? NONE;
      const referredBy = referrers.get(id) ?? NONE;
      const found = findings.get(id) ?? NONE;
      const known = previous.get(id);
      if (
        known !== undefined &&
        known.item === item &&
        known.draft === draft &&
        known.findings === found &&
        sameItems(known.usedBy, usedBy) &&
        sameItems(known.referredBy, referredBy)
      ) {
        return known;
      }
      const shown = shownRule({ item, draft });
      const name = shown?.name ?? (item === undefined ? "" : id);
      // Includes the reason, so that "holiday" finds all holidays.
      const key = searchKey(`${name}\n${shown?.closedReason ?? ""}`);
      return { id, item, draft, name, searchKey: key, usedBy, referredBy, findings: found };
    };
    const known = new Set(items.map(({ id }) => id));
    const fresh = [...mine.values()].filter(({ id, base }) => base === null && !known.has(id));
    const rows = [...items.map((item) => row(item.id, item)), ...fresh.map(({ id }) => row(id, undefined))];
    previous = new Map(rows.map((each) => [each.id, each]));
    return rows;
  };
}

export function createRuleRowsSelector(selectors: Selectors) {
  const { selectLiveRules, selectRulesById, selectSchedules, selectDrafts, selectRuleFindings } = selectors;
  return createSelector(
    selectLiveRules,
    selectDrafts,
    createSelector(selectSchedules, (schedules) =>
      usersOf(schedules.map(({ name, rules }) => [name, rules])),
    ),
    createSelector(selectRulesById, (rules) =>
      usersOf(Array.from(rules.values(), (rule) => [rule.name, referencedRules(rule)])),
    ),
    selectRuleFindings,
    rowMemory(),
  );
}
