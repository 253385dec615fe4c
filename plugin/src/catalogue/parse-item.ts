import type { ItemKind } from "@schedule-manager/shared/model/model";
import { parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import type { SyncItem } from "../sync/connection";
import type { LiveAny } from "./live-items";

/** Validates an item of Sync. An invalid one is kept without a value, so it affects no other item. */
export function liveItem(kind: ItemKind, map: string, item: SyncItem): LiveAny {
  const { key: id, revision, updated, data } = item;
  const origin = { id, map, revision, updated };
  if (kind === "schedule") {
    const parsed = parseStoredSchedule(data);
    return parsed.ok
      ? { kind, ...origin, value: { id, ...parsed.value } }
      : { kind, ...origin, value: null, problem: parsed.problems[0]?.message ?? "" };
  }
  const parsed = parseStoredRule(data);
  return parsed.ok
    ? { kind, ...origin, value: { id, ...parsed.value } }
    : { kind, ...origin, value: null, problem: parsed.problems[0]?.message ?? "" };
}
