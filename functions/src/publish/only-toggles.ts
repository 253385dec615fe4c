import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";

/** Whether a change only closes or reopens a schedule manually. null: no such item. */
export function onlyToggles(kind: ItemKind, before: StoredItem | null, after: StoredItem | null): boolean {
  if (kind !== "schedule" || before === null || after === null) return false;
  return sameValue(untoggled(before), untoggled(after));
}

function untoggled(value: object): object {
  const {
    manualClose: _close,
    manualCloseUntil: _until,
    ...rest
  } = value as Readonly<Record<string, unknown>>;
  return rest;
}
