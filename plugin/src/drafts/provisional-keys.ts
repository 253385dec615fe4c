import type { StoredSchedule, StoredItem } from "@schedule-manager/shared/model/model";
import { withReferences } from "@schedule-manager/shared/evaluator/compile-rule";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef, keyFor } from "@schedule-manager/shared/sync/layout";
import type { Draft, DraftBase } from "./draft";

/** A new item is drafted before it has a name; its key, which says its first name, is made when it is published. */
const PREFIX = "new:";

/** @param random characters that no other draft has */
export const provisionalKey = (random: string): string => `${PREFIX}${random}`;
const isProvisional = (id: string): boolean => id.startsWith(PREFIX);

/** The keys to be, by the reference of the draft. */
export type NewKeys = Readonly<Partial<Record<ItemRef, string>>>;

/**
 * Keys for what is to be published for the first time.
 * @param random a suffix as `keyFor` takes it, another one each time
 * @param isTaken whether an item or a draft has the key already
 */
export function newKeys(
  drafts: readonly Draft[],
  random: () => string,
  isTaken: (ref: ItemRef) => boolean,
): NewKeys {
  const keys: Partial<Record<ItemRef, string>> = {};
  const made = new Set<ItemRef>();
  for (const { kind, id, value } of drafts) {
    if (!isProvisional(id) || value === null) continue;
    let key: string;
    do key = keyFor(value.name, random());
    while (isTaken(itemRef(kind, key)) || made.has(itemRef(kind, key)));
    made.add(itemRef(kind, key));
    keys[itemRef(kind, id)] = key;
  }
  return keys;
}

const renamed = (keys: NewKeys, kind: Draft["kind"], id: string): string => keys[itemRef(kind, id)] ?? id;

/** A schedule names its rules, a rule those that its days are relative to. */
function withKeys(value: StoredItem, keys: NewKeys): StoredItem {
  if ("relativeTo" in value) {
    const next = withReferences(value, (id) => renamed(keys, "rule", id));
    return sameValue(next, value) ? value : next;
  }
  const { rules } = value as Partial<StoredSchedule>;
  return rules?.some((id) => renamed(keys, "rule", id) !== id)
    ? { ...value, rules: rules.map((id) => renamed(keys, "rule", id)) }
    : value;
}

/** A draft under its new key and with the new keys of what it names; the same object where nothing changes. */
export function rekeyed(draft: Draft, keys: NewKeys): Draft {
  const { kind } = draft;
  const id = renamed(keys, kind, draft.id);
  const value = draft.value === null ? null : withKeys(draft.value, keys);
  const base: DraftBase | null =
    draft.base === null ? null : { ...draft.base, value: withKeys(draft.base.value, keys) };
  return id === draft.id && value === draft.value && base?.value === draft.base?.value
    ? draft
    : { ...draft, id, base, value };
}
