import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";

export interface DraftBase {
  readonly revision: string;
  readonly value: StoredItem;
}

/** An edit that is not published yet. */
export interface Draft {
  readonly kind: ItemKind;
  readonly id: string;
  /** What it was edited from; null: the item is new. */
  readonly base: DraftBase | null;
  /** What it shall be; null: deleted. */
  readonly value: StoredItem | null;
  /** ms since the epoch, this computer's clock: when it was last edited. */
  readonly edited: number;
}

export const draftRef = ({ kind, id }: Pick<Draft, "kind" | "id">): ItemRef => itemRef(kind, id);

/** A draft that changes nothing is none. */
export function orNone(draft: Draft): Draft | null {
  const { base, value } = draft;
  return sameValue(base === null ? null : base.value, value) ? null : draft;
}
