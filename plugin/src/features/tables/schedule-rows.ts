import { createSelector } from "@reduxjs/toolkit";
import type { Rule } from "@schedule-manager/shared/model";
import type { LiveSchedule } from "../../state/live";
import { selectLiveSchedules, selectRulesById, selectStatusTable } from "../../state/select";
import type { ScheduleStatus } from "../../state/status";
import { fold } from "./fold";

/** What the table shows of a schedule, before any words. */
export interface ScheduleRow {
  readonly id: string;
  readonly item: LiveSchedule;
  /** The id, where the item cannot be read. */
  readonly name: string;
  readonly folded: string;
  readonly ruleNames: readonly string[];
  /** null: the item cannot be read. */
  readonly status: ScheduleStatus | null;
}

function row(
  item: LiveSchedule,
  rules: ReadonlyMap<string, Rule>,
  status: ScheduleStatus | null,
): ScheduleRow {
  const name = item.value?.name ?? item.id;
  const ruleNames = (item.value?.rules ?? []).map((id) => rules.get(id)?.name ?? id);
  return { id: item.id, item, name, folded: fold(name), ruleNames, status };
}

/** Rows whose schedule, rules and status are what they were stay the same objects, so only what changed is drawn. */
function rowKeeper() {
  let held = new Map<string, ScheduleRow>();
  let heldRules: ReadonlyMap<string, Rule> | null = null;
  return (
    items: readonly LiveSchedule[],
    rules: ReadonlyMap<string, Rule>,
    statuses: ReadonlyMap<string, ScheduleStatus>,
  ): readonly ScheduleRow[] => {
    const next = new Map<string, ScheduleRow>();
    for (const item of items) {
      const status = statuses.get(item.id) ?? null;
      const known = held.get(item.id);
      const same =
        known !== undefined && known.item === item && known.status === status && heldRules === rules;
      next.set(item.id, same ? known : row(item, rules, status));
    }
    held = next;
    heldRules = rules;
    return [...next.values()];
  };
}

export const selectScheduleRows = createSelector(
  selectLiveSchedules,
  selectRulesById,
  (root: Parameters<typeof selectStatusTable>[0]) => selectStatusTable(root).statuses,
  rowKeeper(),
);
