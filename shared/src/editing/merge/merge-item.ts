import { fieldOf } from "../../collections/record";
import { sameField } from "./same-field";
import { fieldsOf, type ItemField, KEYS_OF, listOf } from "./fields";
import type { ItemKind, StoredItem } from "../../model/model";
import { mergeList } from "./merge-list";

/** Origin of a field's value. `both`: the same on both sides, or two merged lists. */
type FieldOrigin = "base" | "theirs" | "mine" | "both" | "conflict";
export type Side = "base" | "theirs" | "mine";

interface FieldMerge {
  readonly field: ItemField;
  readonly origin: FieldOrigin;
}

export interface ItemMerge {
  /** The merged item; conflicting fields hold mine. */
  readonly value: StoredItem;
  readonly fields: readonly FieldMerge[];
  /** Fields that both sides changed to different values; empty: the merge is complete. */
  readonly conflicts: readonly ItemField[];
}

/** Copies one field from another item, and removes keys that the other item lacks. */
function withField(item: StoredItem, from: StoredItem, field: ItemField): StoredItem {
  const keys: readonly string[] = KEYS_OF[field];
  const entries: [string, unknown][] = Object.entries(item).filter(([key]) => !keys.includes(key));
  for (const key of keys) {
    const value = fieldOf(from, key);
    if (value !== undefined) entries.push([key, value]);
  }
  // Both items are of one kind, so the result is too.
  return Object.fromEntries(entries) as unknown as StoredItem;
}

function mergedList(
  field: ItemField,
  base: StoredItem,
  theirs: StoredItem,
  mine: StoredItem,
): StoredItem | null {
  const lists = [base, theirs, mine].map((item) => listOf(item, field));
  const [b, t, m] = lists;
  if (!b || !t || !m) return null;
  const list = mergeList(b, t, m);
  return list === null ? null : { ...mine, [field]: list };
}

/**
 * Merges two edits of an item field by field. A field changed by one side takes that side's value; lists are
 * merged; different changes on both sides conflict.
 * @param base the common ancestor
 */
export function mergeItem(kind: ItemKind, base: StoredItem, theirs: StoredItem, mine: StoredItem): ItemMerge {
  let value = theirs;
  const fields = fieldsOf(kind).map((field): FieldMerge => {
    if (sameField(theirs, mine, field)) {
      return { field, origin: sameField(base, mine, field) ? "base" : "both" };
    }
    if (sameField(base, mine, field)) return { field, origin: "theirs" };
    if (sameField(base, theirs, field)) {
      value = withField(value, mine, field);
      return { field, origin: "mine" };
    }
    const list = mergedList(field, base, theirs, mine);
    value = withField(value, list ?? mine, field);
    return { field, origin: list === null ? "conflict" : "both" };
  });
  const conflicts = fields.flatMap(({ field, origin }) => (origin === "conflict" ? [field] : []));
  return { value, fields, conflicts };
}

/** The merged item with resolved conflicts. Fields without a choice keep mine. */
export function resolveItem(
  merge: ItemMerge,
  sides: Readonly<Record<Side, StoredItem>>,
  choices: Readonly<Partial<Record<ItemField, Side>>>,
): StoredItem {
  return merge.conflicts.reduce(
    (value, field) => withField(value, sides[choices[field] ?? "mine"], field),
    merge.value,
  );
}
