import type { ItemKind, Rule, Schedule, StoredItem, StoredRule, StoredSchedule } from "../../model/model";

/**
 * Fields for comparing, merging and describing. Keys that only make sense together form one field, such as
 * `when`.
 */
const SCHEDULE_FIELDS = ["name", "timeZone", "manualClose", "rules", "queues", "group", "aliases"] as const;
const RULE_FIELDS = ["name", "status", "exception", "when"] as const;
type ScheduleField = (typeof SCHEDULE_FIELDS)[number];
type RuleField = (typeof RULE_FIELDS)[number];
export type ItemField = ScheduleField | RuleField;

export const fieldsOf = (kind: ItemKind): readonly ItemField[] =>
  kind === "schedule" ? SCHEDULE_FIELDS : RULE_FIELDS;

/** The keys of an item that form a field. */
export const KEYS_OF: Readonly<Record<ItemField, readonly (keyof StoredSchedule | keyof StoredRule)[]>> = {
  name: ["name"],
  timeZone: ["timeZone"],
  manualClose: ["manualClose", "manualCloseUntil", "manualNote", "manualNoteSpoken"],
  rules: ["rules"],
  queues: ["queues"],
  group: ["group"],
  aliases: ["aliases"],
  status: ["isOpen", "closedReason"],
  exception: ["exception"],
  when: ["dateRRule", "startDate", "endDate", "startTime", "endTime", "dates", "exceptDates", "relativeTo"],
};

/** An item as stored, or with its id. */
export type AnyItem = StoredItem | Schedule | Rule;

/** The value of a list field, or null for other fields. */
export function listOf(item: AnyItem, field: ItemField): readonly string[] | null {
  if (!("timeZone" in item)) return null;
  if (field === "rules") return item.rules;
  if (field === "aliases") return item.aliases ?? [];
  // Without `queues`, a schedule has the queue of its own name, so an absent list is not an empty one.
  return field === "queues" ? (item.queues ?? null) : null;
}
