import { useStore } from "react-redux";
import { copySchedules, type RulesOfCopy } from "@schedule-manager/shared/editing/copies/copy-schedules";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "../../catalogue/stored";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useEditTogether } from "../use-edit-together";

/** Makes drafts of copies, in one undo step. @returns the ids of the copies */
export function useCopySchedules(): (
  schedules: readonly Schedule[],
  rules: RulesOfCopy,
) => readonly string[] {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { t, newKey } = useServices();
  const editTogether = useEditTogether();
  const store = useStore<RootState>();
  return (schedules, rules) => {
    const root = store.getState();
    const copies = copySchedules(schedules, {
      rules,
      rulesById: selectEditedRulesById(root),
      all: selectEditedSchedules(root),
      newId: newKey,
      nameOf: (name, number) =>
        number === 1 ? t("page.copyOf", { name }) : t("page.copyOf.number", { name, number }),
      ruleNameOf: (rule, schedule) => t("rule.nameFor", { rule, schedule }),
    });
    const edit = (kind: ItemKind) => (item: Rule | Schedule) => ({ kind, id: item.id, value: stored(item) });
    editTogether([...copies.rules.map(edit("rule")), ...copies.schedules.map(edit("schedule"))]);
    return copies.schedules.map(({ id }) => id);
  };
}
