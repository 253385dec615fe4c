import type { PublishChange } from "@schedule-manager/shared/api/api";
import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import type { LiveSchedule } from "./live-items";

/** An item as Sync holds it: its id is the key. */
export function stored(item: Rule | Schedule): StoredItem {
  const { id: _, ...value } = item;
  return value;
}

/** A change of a schedule's manual close and of nothing else; null: it is so already, or cannot be read. */
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
