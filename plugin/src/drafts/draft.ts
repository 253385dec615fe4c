import type { ItemKind, Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";

export interface DraftBase {
  readonly revision: string;
  readonly value: StoredItem;
}

/** An unpublished edit of an item. */
export interface Draft {
  readonly kind: ItemKind;
  readonly id: string;
  /** The version that was edited; null: the item is new. */
  readonly base: DraftBase | null;
  /** The edited value; null: deletes the item. */
  readonly value: StoredItem | null;
  /** ms since the epoch, this computer's clock: the last edit. */
  readonly edited: number;
}

const items = new WeakMap<Draft, Rule | Schedule>();

/** The edited item; null: deleted. The same draft gives the same object, so memoised results stay valid. */
export function draftItem(draft: Draft): Rule | Schedule | null {
  const { id, value } = draft;
  if (value === null) return null;
  const item = items.get(draft) ?? { id, ...value };
  items.set(draft, item);
  return item;
}

export const draftRef = ({ kind, id }: Pick<Draft, "kind" | "id">): ItemRef => itemRef(kind, id);

/** The draft, or null when it changes nothing. */
export function orNone(draft: Draft): Draft | null {
  const { base, value } = draft;
  return sameValue(base === null ? null : base.value, value) ? null : draft;
}
