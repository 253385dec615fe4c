import type { StoredItem, StoredSchedule } from "@schedule-manager/shared/model/model";

/** A schedule that is closed by hand as another one is; the same object where it is so already. */
function withManualClose(schedule: StoredSchedule, as: StoredSchedule): StoredSchedule {
  const { manualClose, manualCloseUntil } = as;
  if (schedule.manualClose === manualClose && schedule.manualCloseUntil === manualCloseUntil) return schedule;
  const { manualCloseUntil: _, ...rest } = schedule;
  return { ...rest, manualClose, ...(manualCloseUntil === undefined ? {} : { manualCloseUntil }) };
}

/** A version of an item with the manual close of what is there now; rules have none. null: nothing is there. */
export function asClosedNow(version: StoredItem, now: StoredItem | null): StoredItem {
  const isSchedule = "timeZone" in version && now !== null && "timeZone" in now;
  return isSchedule ? withManualClose(version, now) : version;
}
