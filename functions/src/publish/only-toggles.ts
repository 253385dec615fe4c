import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { KEYS_OF } from "@schedule-manager/shared/editing/merge/fields";
import { sameValue } from "@schedule-manager/shared/model/same-value";

const MANUAL_CLOSE: readonly string[] = KEYS_OF.manualClose;

/** Whether a change only closes or reopens a schedule manually. null: no such item. */
export function onlyToggles(kind: ItemKind, before: StoredItem | null, after: StoredItem | null): boolean {
  if (kind !== "schedule" || before === null || after === null) return false;
  return sameValue(untoggled(before), untoggled(after));
}

function untoggled(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !MANUAL_CLOSE.includes(key)));
}
