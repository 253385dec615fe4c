import type { PublishChange } from "@schedule-manager/shared/api/api";
import { sameField } from "@schedule-manager/shared/editing/merge/same-field";
import { type ManualClose, withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import type { LiveSchedule } from "./live-items";

/** The stored form of an item: without the id, which is the item's key in Sync. */
export function stored(item: Rule | Schedule): StoredItem {
  const { id: _, ...value } = item;
  return value;
}

/**
 * A publish change of the manual close alone; null: it is so already, or the item is invalid.
 * @param close null: reopens
 */
export function manualCloseChange(item: LiveSchedule, close: ManualClose | null): PublishChange | null {
  if (item.value === null) return null;
  const value = withManualClose(item.value, close);
  if (sameField(item.value, value, "manualClose")) return null;
  return {
    kind: "schedule",
    id: item.id,
    base: { revision: item.revision, value: stored(item.value) },
    value: stored(value),
  };
}
