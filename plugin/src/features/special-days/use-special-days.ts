import { useMemo } from "react";
import { shallowEqual, useDispatch, useSelector, useStore } from "react-redux";
import {
  listSpecialDays,
  type SpecialDaysList,
} from "@schedule-manager/shared/editing/special-days/list-special-days";
import { type SpecialDayForm, spansOf } from "@schedule-manager/shared/editing/special-days/special-day-form";
import { specialDayRules } from "@schedule-manager/shared/editing/special-days/special-day-rules";
import { tidyRanges } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../../catalogue/root";
import { stored } from "../../catalogue/stored";
import { baseOf } from "../../drafts/draft-state";
import { editedTogether } from "../../drafts/drafts";
import { liveOf } from "../../drafts/selectors";
import { selectLockOwner } from "../../locks/selectors";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useStableCallback } from "../../ui/use-stable-callback";
import { specialRuleName } from "./special-rule-name";

const NO_SCHEDULE: Pick<Schedule, "rules"> = { rules: [] };

/** The ids of schedules that somebody else edits. */
const lockedSchedules = (root: RootState): readonly string[] =>
  Object.keys(pluginState(root).presence.entries).flatMap((key) => {
    const item = parseItemRef(key);
    if (item?.kind !== "schedule") return [];
    return selectLockOwner(root, itemRef("schedule", item.id)).type === "other" ? item.id : [];
  });

interface EditedSpecialDays extends SpecialDaysList {
  /** The schedules that can get special days now. */
  readonly choices: readonly Schedule[];
  /** Makes the rules and puts them first in each chosen schedule, as drafts, in one undo step. */
  readonly add: (form: SpecialDayForm, scheduleIds: readonly string[]) => void;
}

/**
 * The special days of an edited schedule.
 * @param today civil day number in the schedule's zone
 */
export function useSpecialDays(schedule: Schedule | null, today: number): EditedSpecialDays {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { t, locale, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  const rules = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const locked = useSelector(lockedSchedules, shallowEqual);
  const ids = schedule?.rules ?? NO_SCHEDULE.rules;
  const list = useMemo(() => listSpecialDays({ rules: ids }, rules, today), [ids, rules, today]);
  const choices = useMemo(() => schedules.filter(({ id }) => !locked.includes(id)), [schedules, locked]);
  const add = useStableCallback((form: SpecialDayForm, scheduleIds: readonly string[]): void => {
    const { live } = pluginState(store.getState());
    const { name, closedReason } = form;
    const spans = spansOf(form);
    const ranges = form.isOpen ? tidyRanges(form.ranges) : [];
    const naming = { spans, name, isOnly: ranges.length === 1 };
    const values = specialDayRules({ spans, ranges, closedReason }, (range) =>
      specialRuleName(naming, range, locale, t),
    );
    const created = values.map((value) => ({ kind: "rule" as const, id: newKey("rule"), base: null, value }));
    const added = created.map(({ id }) => id);
    const changed = schedules
      .filter(({ id }) => scheduleIds.includes(id))
      .map((one) => ({
        kind: "schedule" as const,
        id: one.id,
        base: baseOf(liveOf(live, { kind: "schedule", id: one.id })),
        value: stored({ ...one, rules: [...added, ...one.rules] }),
      }));
    dispatch(editedTogether({ edits: [...created, ...changed], at: localNow() }));
  });
  return { ...list, choices, add };
}
