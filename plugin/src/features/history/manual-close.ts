import type { StoredItem, StoredSchedule } from "@schedule-manager/shared/model/model";

/** A schedule with the manual close of another; the same object when it is equal. */
function withManualClose(schedule: StoredSchedule, as: StoredSchedule): StoredSchedule {
  const { manualClose, manualCloseUntil } = as;
  if (schedule.manualClose === manualClose && schedule.manualCloseUntil === manualCloseUntil) return schedule;
  const { manualCloseUntil: _, ...rest } = schedule;
  return { ...rest, manualClose, ...(manualCloseUntil === undefined ? {} : { manualCloseUntil }) };
}

/** A version of an item with the current item's manual close; rules have none. null: there is no current item. */
export function asClosedNow(version: StoredItem, now: StoredItem | null): StoredItem {
  const isSchedule = "timeZone" in version && now !== null && "timeZone" in now;
  return isSchedule ? withManualClose(version, now) : version;
}
