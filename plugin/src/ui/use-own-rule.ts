import { useStore } from "react-redux";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import { stored } from "../catalogue/stored";
import { useSelectors, useServices } from "../services/services";
import type { RootState } from "../store/root";
import { useEditTogether } from "./use-edit-together";

/**
 * Gives a schedule its own copy of a shared rule, as drafts of one undo step. The copy takes the rule's draft over, so
 * that the shared rule stays as it is published.
 * @returns makes the copy; its id, or null when the rule or the schedule is gone
 */
export function useOwnRule(): (scheduleId: string, ruleId: string) => string | null {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { t, newKey } = useServices();
  const editTogether = useEditTogether();
  const store = useStore<RootState>();
  return (scheduleId, ruleId) => {
    const root = store.getState();
    const rule = selectEditedRulesById(root).get(ruleId);
    const schedule = selectEditedSchedules(root).find(({ id }) => id === scheduleId);
    if (rule === undefined || schedule === undefined) return null;
    const copy = newKey("rule");
    const name = t("rule.nameFor", { rule: rule.name, schedule: schedule.name });
    const rules = schedule.rules.map((id) => (id === ruleId ? copy : id));
    const published: StoredItem | undefined =
      pluginState(root).drafts.items[itemRef("rule", ruleId)]?.base?.value;
    editTogether([
      { kind: "rule", id: copy, value: stored({ ...rule, name }) },
      { kind: "schedule", id: scheduleId, value: stored({ ...schedule, rules }) },
      ...(published === undefined ? [] : [{ kind: "rule" as const, id: ruleId, value: published }]),
    ]);
    return copy;
  };
}
