import type { ItemKind, Rule, Schedule, StoredItem, StoredRule, StoredSchedule } from "../../model/model";

/** What is compared, merged and told as one: when a rule applies is one field, and so is what it decides. */
const SCHEDULE_FIELDS = ["name", "timeZone", "manualClose", "rules", "queues", "group", "aliases"] as const;
const RULE_FIELDS = ["name", "status", "exception", "when"] as const;
type ScheduleField = (typeof SCHEDULE_FIELDS)[number];
type RuleField = (typeof RULE_FIELDS)[number];
export type ItemField = ScheduleField | RuleField;

export const fieldsOf = (kind: ItemKind): readonly ItemField[] =>
  kind === "schedule" ? SCHEDULE_FIELDS : RULE_FIELDS;

/** The keys of the item that a field is made of. */
export const KEYS_OF: Readonly<Record<ItemField, readonly (keyof StoredSchedule | keyof StoredRule)[]>> = {
  name: ["name"],
  timeZone: ["timeZone"],
  manualClose: ["manualClose", "manualCloseUntil"],
  rules: ["rules"],
  queues: ["queues"],
  group: ["group"],
  aliases: ["aliases"],
  status: ["isOpen", "closedReason"],
  exception: ["exception"],
  when: ["dateRRule", "startDate", "endDate", "startTime", "endTime", "dates", "exceptDates", "relativeTo"],
};

/** An item as Sync holds it, or with its id. */
export type AnyItem = StoredItem | Schedule | Rule;

/** The lists among the fields, or null for what is none. */
export function listOf(item: AnyItem, field: ItemField): readonly string[] | null {
  if (!("timeZone" in item)) return null;
  if (field === "rules") return item.rules;
  if (field === "aliases") return item.aliases ?? [];
  // A schedule that does not say so has a queue all the same.
  return field === "queues" ? (item.queues ?? null) : null;
}
