import type { CurrentItem } from "@schedule-manager/shared/api/api";
import type {
  Configuration,
  ItemKind,
  Rule,
  Schedule,
  StoredItem,
} from "@schedule-manager/shared/model/model";
import { parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { HistoryChange, ItemRef } from "@schedule-manager/shared/sync/layout";
import type { CatalogueItem } from "../catalogue/items";

/** All items as read under the lease. */
export type Current = ReadonlyMap<ItemRef, CatalogueItem>;

/** Parses data to the normal form in which values are compared and written; null: invalid. */
export function valueFrom(kind: ItemKind, data: unknown): StoredItem | null {
  const parsed = kind === "rule" ? parseStoredRule(data) : parseStoredSchedule(data);
  return parsed.ok ? parsed.value : null;
}

function storedValue(item: CatalogueItem | undefined): StoredItem | null {
  if (item === undefined || item.value === null || item.problem !== null) return null;
  const { id: _id, ...value } = item.value;
  return value;
}

export const currentItem = (kind: ItemKind, id: string, item: CatalogueItem | undefined): CurrentItem => ({
  kind,
  id,
  revision: item?.revision ?? null,
  value: storedValue(item),
});

/** The valid items as a configuration. */
export function configurationOf(current: Current): Configuration {
  const rules: Rule[] = [];
  const schedules: Schedule[] = [];
  for (const item of current.values()) {
    if (item.value === null) continue;
    if (item.kind === "rule") rules.push(item.value);
    else schedules.push(item.value);
  }
  return { rules, schedules };
}

/** The configuration after the writes. */
export function withWrites(current: Current, writes: readonly HistoryChange[]): Configuration {
  const { rules, schedules } = configurationOf(current);
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const schedulesById = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  for (const { kind, id, value } of writes) {
    if (value === null) (kind === "rule" ? rulesById : schedulesById).delete(id);
    // A write of a kind holds a value of that kind.
    else if (kind === "rule") rulesById.set(id, { id, ...(value as Omit<Rule, "id">) });
    else schedulesById.set(id, { id, ...(value as Omit<Schedule, "id">) });
  }
  return { rules: [...rulesById.values()], schedules: [...schedulesById.values()] };
}

export const refOfChange = ({ kind, id }: { kind: ItemKind; id: string }): ItemRef => itemRef(kind, id);
