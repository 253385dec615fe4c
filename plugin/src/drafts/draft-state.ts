import { type ItemMerge, mergeItem, type Side } from "@schedule-manager/shared/editing/merge/merge-item";
import type { Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import type { Draft, DraftBase } from "./draft";
import type { LiveItem } from "../catalogue/live-items";
import { stored } from "../catalogue/stored";

/** How a draft relates to the live item. */
export type DraftState =
  /** The live item is the draft's base. */
  | { readonly type: "current" }
  /** The live item already equals the draft, because somebody else made the same change. */
  | { readonly type: "done" }
  /** The live item changed, and both changes merge without a conflict. */
  | { readonly type: "merges"; readonly theirs: DraftBase; readonly value: StoredItem | null }
  /** Both sides changed the same field. */
  | {
      readonly type: "conflict";
      readonly theirs: DraftBase;
      readonly sides: Readonly<Record<Side, StoredItem>>;
      readonly merge: ItemMerge;
    }
  /** The live item was deleted; the draft edits it. */
  | { readonly type: "deleted" }
  /** The live item was changed; the draft deletes it. */
  | { readonly type: "changed"; readonly theirs: DraftBase };

/** The live item as the base of a draft; null: there is none, or it is invalid. */
export const baseOf = (live: LiveItem<Rule | Schedule> | undefined): DraftBase | null =>
  live?.value ? { revision: live.revision, value: stored(live.value) } : null;

const memo = new WeakMap<
  Draft,
  { readonly live: LiveItem<Rule | Schedule> | undefined; readonly state: DraftState }
>();

/** Memoised per draft and live item, because each change reads thousands. */
export function draftState(draft: Draft, live: LiveItem<Rule | Schedule> | undefined): DraftState {
  const last = memo.get(draft);
  if (last !== undefined && last.live === live) return last.state;
  const state = compared(draft, live);
  memo.set(draft, { live, state });
  return state;
}

function compared(draft: Draft, live: LiveItem<Rule | Schedule> | undefined): DraftState {
  const theirs = baseOf(live);
  const { kind, base, value } = draft;
  if (live !== undefined && theirs === null) return { type: "current" };
  if (sameValue(theirs === null ? null : theirs.value, value)) return { type: "done" };
  if (theirs === null) return base === null ? { type: "current" } : { type: "deleted" };
  if (base !== null && base.revision === theirs.revision) return { type: "current" };
  if (value === null) {
    return base !== null && sameValue(base.value, theirs.value)
      ? { type: "merges", theirs, value }
      : { type: "changed", theirs };
  }
  const sides = { base: base === null ? value : base.value, theirs: theirs.value, mine: value };
  const merge = mergeItem(kind, sides.base, sides.theirs, sides.mine);
  return merge.conflicts.length === 0
    ? { type: "merges", theirs, value: merge.value }
    : { type: "conflict", theirs, sides, merge };
}
