import { useMemo } from "react";
import { useSelector } from "react-redux";
import {
  listSpecialDays,
  type SpecialDaysList,
} from "@schedule-manager/shared/editing/special-days/list-special-days";
import { type SpecialDayForm, spansOf } from "@schedule-manager/shared/editing/special-days/special-day-form";
import { specialDayRules } from "@schedule-manager/shared/editing/special-days/special-day-rules";
import { tidyRanges } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "../../catalogue/stored";
import { useSchedulesLockedElsewhere } from "../../locks/use-schedules-locked-elsewhere";
import { useSelectors, useServices } from "../../services/services";
import { useEditTogether } from "../../ui/use-edit-together";
import { useStableCallback } from "../../ui/use-stable-callback";
import { specialRuleName } from "../../i18n/special-rule-name";

const NO_SCHEDULE: Pick<Schedule, "rules"> = { rules: [] };

interface EditedSpecialDays extends SpecialDaysList {
  /** The schedules that can get special days, except the locked ones. */
  readonly schedules: readonly Schedule[];
  /** The ids of the schedules that somebody else edits. */
  readonly locked: readonly string[];
  /** Makes the rules and puts them first in each chosen schedule, as drafts, in one undo step. */
  readonly add: (form: SpecialDayForm, scheduleIds: readonly string[]) => void;
}

/**
 * The special days of an edited schedule.
 * @param today civil day number in the schedule's zone
 */
export function useSpecialDays(schedule: Schedule | null, today: number): EditedSpecialDays {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { t, locale, newKey } = useServices();
  const editTogether = useEditTogether();
  const rules = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const locked = useSchedulesLockedElsewhere();
  const ids = schedule?.rules ?? NO_SCHEDULE.rules;
  const list = useMemo(() => listSpecialDays({ rules: ids }, rules, today), [ids, rules, today]);
  const add = useStableCallback((form: SpecialDayForm, scheduleIds: readonly string[]): void => {
    const { name, closedReason } = form;
    const spans = spansOf(form);
    const ranges = form.isOpen ? tidyRanges(form.ranges) : [];
    const naming = { spans, name, isOnly: ranges.length === 1 };
    const values = specialDayRules({ spans, ranges, closedReason }, (range) =>
      specialRuleName(naming, range, locale, t),
    );
    const created = values.map((value) => ({ kind: "rule" as const, id: newKey("rule"), value }));
    const added = created.map(({ id }) => id);
    const changed = schedules
      .filter(({ id }) => scheduleIds.includes(id))
      .map((one) => ({
        kind: "schedule" as const,
        id: one.id,
        value: stored({ ...one, rules: [...added, ...one.rules] }),
      }));
    editTogether([...created, ...changed]);
  });
  return { ...list, schedules, locked, add };
}
