import { useCallback, useMemo } from "react";
import { useDispatch, useSelector, useStore } from "react-redux";
import { addHolidays } from "@schedule-manager/shared/editing/add-holidays/add-holidays";
import type { ItemKind, Rule, Schedule, StoredRule } from "@schedule-manager/shared/model/model";
import { pluginState } from "../../catalogue/root";
import { stored } from "../../catalogue/stored";
import { baseOf } from "../../drafts/draft-state";
import { editedTogether } from "../../drafts/drafts";
import { liveOf } from "../../drafts/selectors";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";

interface Given {
  readonly holidays: readonly StoredRule[];
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
  const { newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
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
    const { live } = pluginState(store.getState());
    const edits = planned(() => newKey("rule"));
    const edit = (kind: ItemKind) => (item: Rule | Schedule) => ({
      kind,
      id: item.id,
      value: stored(item),
      base: baseOf(liveOf(live, { kind, id: item.id })),
    });
    dispatch(
      editedTogether({
        edits: [...edits.created.map(edit("rule")), ...edits.schedules.map(edit("schedule"))],
        at: localNow(),
      }),
    );
  };
  return { created: created.length, reused: reused.length, isChange: schedules.length > 0, add };
}
