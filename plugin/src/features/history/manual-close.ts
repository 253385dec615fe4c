import { sameField } from "@schedule-manager/shared/editing/merge/same-field";
import { manualCloseOf, withManualClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { StoredItem } from "@schedule-manager/shared/model/model";

/** A version of an item with the current item's manual close; rules have none. null: there is no current item. */
export function asClosedNow(version: StoredItem, now: StoredItem | null): StoredItem {
  const isSchedule = "timeZone" in version && now !== null && "timeZone" in now;
  // The same object when it is equal.
  return isSchedule && !sameField(version, now, "manualClose")
    ? withManualClose(version, manualCloseOf(now))
    : version;
}
