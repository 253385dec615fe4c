import { useDispatch, useStore } from "react-redux";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { itemAt } from "@schedule-manager/shared/history/item-at";
import type { ItemKind, Rule, StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices, useSelectors } from "../../services/services";
import { opened } from "../../navigation/navigation";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { liveOf } from "../../drafts/selectors";
import { stored } from "../../catalogue/stored";
import { useEditTogether } from "../../ui/use-edit-together";
import { asClosedNow } from "./manual-close";

export interface Version {
  readonly kind: ItemKind;
  readonly id: string;
  readonly value: StoredItem;
  /** ISO 8601: when it was published. */
  readonly at: string;
}

/** The current value of an item, with its draft applied; null: it does not exist. */
function valueNow(root: RootState, kind: ItemKind, id: string): StoredItem | null {
  const { drafts, live } = pluginState(root);
  const draft = drafts.items[itemRef(kind, id)]?.value;
  const current = liveOf(live, { kind, id })?.value;
  return draft ?? (current ? stored(current) : null);
}

/**
 * Restores an earlier version of an item as a draft, also of a deleted one. Deleted rules that the version refers to
 * are restored with it, as drafts of their own. The manual close keeps its current value, so that restoring an old
 * version does not close the schedule.
 */
export function useRestore(): (version: Version) => Promise<void> {
  const { selectEditedRulesById } = useSelectors();
  const { history, t, notify } = useServices();
  const editTogether = useEditTogether();
  const dispatch = useDispatch();
  const store = useStore<RootState>();

  const deletedRules = async ({ id, value, at }: Version): Promise<readonly Rule[]> => {
    const known = selectEditedRulesById(store.getState());
    const t = Date.parse(at);
    const found = new Map<string, Rule | null>();
    const named = (item: StoredItem): readonly string[] =>
      "rules" in item ? item.rules : referencedRules({ id: "", ...item });
    const missing = (ids: readonly string[]): readonly string[] =>
      [...new Set(ids)].filter((other) => !known.has(other) && !found.has(other) && other !== id);
    for (let ids = missing(named(value)); ids.length > 0;) {
      const rules = await Promise.all(
        ids.map(async (other) => itemAt("rule", await history.entriesSince(itemRef("rule", other), t), t)),
      );
      ids.forEach((other, index) => {
        const rule = rules[index];
        found.set(other, rule?.type === "there" ? rule.value : null);
      });
      ids = missing([...found.values()].flatMap((rule) => (rule === null ? [] : referencedRules(rule))));
    }
    return [...found.values()].filter((rule) => rule !== null);
  };

  return async (version) => {
    const { kind, id } = version;
    const value = asClosedNow(version.value, valueNow(store.getState(), kind, id));
    const keepsClose = value !== version.value;
    // If that fails, the schedule is restored anyway, and the editor lists the missing rules.
    const rules = await deletedRules(version).catch((): readonly Rule[] => []);
    const restored = rules.map((rule) => ({ kind: "rule" as const, id: rule.id, value: stored(rule) }));
    editTogether([...restored, { kind, id, value }]);
    dispatch(opened({ kind, id }));
    const values = { name: value.name, count: rules.length };
    const message = rules.length === 0 ? "history.restored" : "history.restored.rules";
    notify("success", t(keepsClose ? `${message}.close` : message, values));
  };
}
