import type { StoredItem } from "@schedule-manager/shared/model/model";
import { withReferences } from "@schedule-manager/shared/evaluator/compile-rule";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef, keyFor } from "@schedule-manager/shared/sync/layout";
import type { Draft, DraftBase } from "./draft";

/**
 * The prefix of a new draft's key. The final key contains the item's name, so it is made when the item is published.
 */
const PREFIX = "new:";

/** @param random characters that no other draft uses */
export const provisionalKey = (random: string): string => `${PREFIX}${random}`;
const isProvisional = (id: string): boolean => id.startsWith(PREFIX);

/** The final keys, by the draft's reference. */
export type NewKeys = Readonly<Partial<Record<ItemRef, string>>>;

/**
 * Final keys for drafts of new items.
 * @param random a suffix as `keyFor` takes it, different on each call
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

/** Replaces keys in references: schedules list rules, and relative rules name the rules that their days depend on. */
function withKeys(value: StoredItem, keys: NewKeys): StoredItem {
  if ("relativeTo" in value) {
    const next = withReferences(value, (id) => renamed(keys, "rule", id));
    return sameValue(next, value) ? value : next;
  }
  if (!("rules" in value)) return value;
  const { rules } = value;
  return rules.some((id) => renamed(keys, "rule", id) !== id)
    ? { ...value, rules: rules.map((id) => renamed(keys, "rule", id)) }
    : value;
}

/** The draft with final keys, its own and those it refers to; the same object when nothing changes. */
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
