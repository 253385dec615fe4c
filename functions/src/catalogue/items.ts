import { fieldOf } from "@schedule-manager/shared/collections/record";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { extraFields, parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import type { ShapeProblem } from "@schedule-manager/shared/model/schema";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";

interface Common {
  readonly id: string;
  /** Sync's revision, or a marker for an item from a publish's intent or a snapshot. */
  readonly revision: string;
  /** Why the stored value is invalid; `value` is then an earlier version or null. */
  readonly problem: string | null;
  /** Schedules only: the name, as far as it is readable. */
  readonly name: string | null;
  readonly aliases: readonly string[];
  /** Unknown fields of the stored value. */
  readonly extra: Readonly<Record<string, unknown>>;
}
interface RuleItem extends Common {
  readonly kind: "rule";
  readonly value: Rule | null;
}
interface ScheduleItem extends Common {
  readonly kind: "schedule";
  readonly value: Schedule | null;
}
export type CatalogueItem = RuleItem | ScheduleItem;
export type CatalogueItems = ReadonlyMap<ItemRef, CatalogueItem>;

const problemText = (problems: readonly ShapeProblem[]): string =>
  problems.map(({ place, message }) => (place === "" ? message : `${place}: ${message}`)).join(" ");

const textField = (data: unknown, field: string): string | null => {
  const value = fieldOf(data, field);
  return typeof value === "string" ? value : null;
};

/** Returns an earlier version of an item. Called only for invalid items. */
export type Earlier = (ref: ItemRef) => CatalogueItem | undefined;

/** Parses an item. An item that was broken in the console keeps its earlier value, if known. */
export function itemFrom(
  kind: CatalogueItem["kind"],
  id: string,
  revision: string,
  data: unknown,
  earlier: Earlier,
): CatalogueItem {
  const extra = extraFields(kind, data);
  if (kind === "rule") {
    const parsed = parseStoredRule(data);
    const none = { kind, id, revision, name: null, aliases: [], extra };
    if (parsed.ok) return { ...none, value: { id, ...parsed.value }, problem: null };
    const before = earlier(itemRef(kind, id));
    return {
      ...none,
      value: before?.kind === "rule" ? before.value : null,
      problem: problemText(parsed.problems),
    };
  }
  const parsed = parseStoredSchedule(data);
  if (parsed.ok) {
    const value = { id, ...parsed.value };
    const { name, aliases = [] } = value;
    return { kind, id, revision, value, problem: null, name, aliases, extra };
  }
  const before = earlier(itemRef(kind, id));
  const value = before?.kind === "schedule" ? before.value : null;
  return {
    kind,
    id,
    revision,
    value,
    problem: problemText(parsed.problems),
    name: textField(data, "name") ?? value?.name ?? null,
    aliases: value?.aliases ?? [],
    extra,
  };
}

export const refOf = (item: CatalogueItem): ItemRef => itemRef(item.kind, item.id);
