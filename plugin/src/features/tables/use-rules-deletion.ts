import { useMemo } from "react";
import { shallowEqual, useSelector } from "react-redux";
import { deleteRules } from "@schedule-manager/shared/editing/bulk/delete-rules";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { stored } from "../../catalogue/stored";
import { selectLockOwner } from "../../locks/selectors";
import { useSchedulesLockedElsewhere } from "../../locks/use-schedules-locked-elsewhere";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useEditTogether } from "../../ui/use-edit-together";

export interface RulesDeletion {
  readonly rules: readonly Rule[];
  /** The schedules from which the rules are removed. */
  readonly schedules: readonly Schedule[];
  /** The rules that stay, because the days of other rules depend on them. */
  readonly kept: readonly Rule[];
  /** The rules that stay, because somebody else edits them or a schedule that uses them. */
  readonly locked: readonly Rule[];
  /** Makes the drafts, in one undo step. */
  readonly remove: () => void;
}

/** What deleting the chosen rules changes. */
export function useRulesDeletion(ids: ReadonlySet<string>): RulesDeletion {
  const { selectEditedConfiguration } = useSelectors();
  const { t, notify } = useServices();
  const editTogether = useEditTogether();
  const configuration = useSelector(selectEditedConfiguration);
  const lockedSchedules = useSchedulesLockedElsewhere();
  const lockedRules = useSelector(
    (root: RootState) => [...ids].filter((id) => selectLockOwner(root, itemRef("rule", id)).type === "other"),
    shallowEqual,
  );
  const found = useMemo(() => {
    const isLocked = ({ id }: Schedule): boolean => lockedSchedules.includes(id);
    const held = new Set([
      ...lockedRules,
      ...configuration.schedules.filter(isLocked).flatMap((schedule) => schedule.rules),
    ]);
    return {
      ...deleteRules(
        configuration,
        [...ids].filter((id) => !held.has(id)),
      ),
      locked: configuration.rules.filter(({ id }) => ids.has(id) && held.has(id)),
    };
  }, [configuration, ids, lockedRules, lockedSchedules]);
  const { rules, schedules } = found;
  return {
    ...found,
    remove: () => {
      editTogether([
        ...schedules.map((one) => ({ kind: "schedule" as const, id: one.id, value: stored(one) })),
        ...rules.map(({ id }) => ({ kind: "rule" as const, id, value: null })),
      ]);
      notify("success", t("bulk.rules.deleted", { count: rules.length }));
    },
  };
}
