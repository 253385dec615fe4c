import { useDispatch, useSelector, useStore } from "react-redux";
import type { ChosenHoliday } from "@schedule-manager/shared/editing/add-holidays/add-holidays";
import { newSchedule } from "@schedule-manager/shared/editing/first-schedule/first-schedule";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { ItemKind, Rule, Schedule, StoredRule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../../catalogue/root";
import { stored } from "../../catalogue/stored";
import { weeklyRuleName } from "../../i18n/weekly-rule-name";
import { opened } from "../../navigation/navigation";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useEditTogether } from "../../ui/use-edit-together";

interface NewScheduleForm {
  readonly name: string;
  readonly timeZone: string;
  readonly hours: WeeklyHours;
  readonly holidays: readonly ChosenHoliday[];
  readonly special?: readonly StoredRule[];
  /** Civil day number. */
  readonly today: number;
}

interface CreateSchedule {
  /** Makes the drafts of a schedule and its rules in one undo step, and opens the schedule's page. */
  readonly draft: (form: NewScheduleForm) => void;
  /** The same, and publishes them. The drafts stay when that fails, and the view says why. */
  readonly publish: (form: NewScheduleForm) => void;
}

/** Creates a schedule with its hours and holidays. */
export function useCreateSchedule(): CreateSchedule {
  const { selectEditedRulesById } = useSelectors();
  const { locale, newKey, publishDrafts } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  const editTogether = useEditTogether();
  const rulesById = useSelector(selectEditedRulesById);

  const draft = (form: NewScheduleForm): readonly (readonly [ItemKind, string])[] => {
    const { schedule, created } = newSchedule({
      ...form,
      rulesById,
      nameOf: (rule) => weeklyRuleName(locale, rule),
      newId: newKey,
    });
    const edit = (kind: ItemKind) => (item: Rule | Schedule) => ({ kind, id: item.id, value: stored(item) });
    const edits = [...created.map(edit("rule")), edit("schedule")(schedule)];
    editTogether(edits);
    dispatch(opened({ kind: "schedule", id: schedule.id }));
    return edits.map(({ kind, id }) => [kind, id] as const);
  };
  return {
    draft: (form) => void draft(form),
    publish: (form) => {
      const made = draft(form);
      const { items } = pluginState(store.getState()).drafts;
      void publishDrafts(
        made.flatMap(([kind, id]) => items[itemRef(kind, id)] ?? []),
        {},
      );
    },
  };
}
