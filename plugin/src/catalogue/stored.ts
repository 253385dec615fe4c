import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import type { LiveSchedule } from "./live-items";

/** The stored form of an item: without the id, which is the item's key in Sync. */
export function stored(item: Rule | Schedule): StoredItem {
  const { id: _, ...value } = item;
  return value;
}

/** A publish change of the manual close alone; null: it is set already, or the item is invalid. */
export function manualCloseChange(item: LiveSchedule, manualClose: boolean): PublishChange | null {
  if (item.value === null || item.value.manualClose === manualClose) return null;
  const { manualCloseUntil: _, ...rest } = item.value;
  return {
    kind: "schedule",
    id: item.id,
    base: { revision: item.revision, value: stored(item.value) },
    value: stored({ ...rest, manualClose }),
  };
}
