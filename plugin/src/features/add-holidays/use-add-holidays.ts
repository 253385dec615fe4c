import { useCallback, useMemo } from "react";
import { useSelector } from "react-redux";
import { addHolidays, type ChosenHoliday } from "@schedule-manager/shared/editing/add-holidays/add-holidays";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "../../catalogue/stored";
import { useSelectors, useServices } from "../../services/services";
import { useEditTogether } from "../../ui/use-edit-together";

interface Given {
  readonly holidays: readonly ChosenHoliday[];
  /** Ids of schedules. */
  readonly chosen: readonly string[];
  /** Civil day number. */
  readonly today: number;
}

interface Adding {
  /** The number of new rules. */
  readonly created: number;
  /** The number of existing rules that a schedule gets. */
  readonly reused: number;
  readonly isChange: boolean;
  /** Makes the drafts, in one undo step. */
  readonly add: () => void;
}

/** Counts what adding holidays changes, and makes the drafts. */
export function useAddHolidays({ holidays, chosen, today }: Given): Adding {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { newKey } = useServices();
  const editTogether = useEditTogether();
  const rulesById = useSelector(selectEditedRulesById);
  const all = useSelector(selectEditedSchedules);
  const planned = useCallback(
    (newId: () => string) =>
      addHolidays({
        holidays,
        schedules: all.filter(({ id }) => chosen.includes(id)),
        rulesById,
        from: today,
        newId,
      }),
    [holidays, all, chosen, rulesById, today],
  );
  const { created, reused, schedules } = useMemo(() => planned(() => ""), [planned]);

  const add = (): void => {
    const edits = planned(() => newKey("rule"));
    const edit = (kind: ItemKind) => (item: Rule | Schedule) => ({ kind, id: item.id, value: stored(item) });
    editTogether([...edits.created.map(edit("rule")), ...edits.schedules.map(edit("schedule"))]);
  };
  return { created: created.length, reused: reused.length, isChange: schedules.length > 0, add };
}
