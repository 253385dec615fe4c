import { type ItemMerge, mergeItem } from "@schedule-manager/shared/editing/merge/merge-item";
import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { Draft, DraftBase } from "./draft";
import type { LiveItem } from "../catalogue/live-items";
import { stored } from "../catalogue/stored";

/** How a draft stands to what is live now. */
export type DraftState =
  /** It was edited from what is live. */
  | { readonly is: "current" }
  /** What is live is what the draft wants: somebody else did it. */
  | { readonly is: "done" }
  /** What is live moved, and both changes fit together. */
  | { readonly is: "merges"; readonly theirs: DraftBase; readonly value: StoredItem | null }
  /** Both changed the same field. */
  | { readonly is: "conflict"; readonly theirs: DraftBase; readonly merge: ItemMerge }
  /** It was deleted under an edit. */
  | { readonly is: "deleted" }
  /** It was changed under a deletion. */
  | { readonly is: "changed"; readonly theirs: DraftBase };

/** What is live, as a base for a draft; null: nothing that can be read. */
export const baseOf = (live: LiveItem<Rule | Schedule> | undefined): DraftBase | null =>
  live?.value ? { revision: live.revision, value: stored(live.value) } : null;

export function draftState(draft: Draft, live: LiveItem<Rule | Schedule> | undefined): DraftState {
  const theirs = baseOf(live);
  const { kind, base, value } = draft;
  if (live !== undefined && theirs === null) return { is: "current" };
  if (sameValue(theirs === null ? null : theirs.value, value)) return { is: "done" };
  if (theirs === null) return base === null ? { is: "current" } : { is: "deleted" };
  if (base !== null && base.revision === theirs.revision) return { is: "current" };
  if (value === null) {
    return base !== null && sameValue(base.value, theirs.value)
      ? { is: "merges", theirs, value }
      : { is: "changed", theirs };
  }
  const merge = mergeItem(kind, base === null ? value : base.value, theirs.value, value);
  return merge.conflicts.length === 0
    ? { is: "merges", theirs, value: merge.value }
    : { is: "conflict", theirs, merge };
}
