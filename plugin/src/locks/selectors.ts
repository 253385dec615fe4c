import { createSelector } from "@reduxjs/toolkit";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { draftRef } from "../drafts/draft";
import { type Owner, ownerOf } from "./edit-lock";
import { pluginState } from "../catalogue/root";
import type { LocksRoot } from "./root";
import { liveOf, selectDrafts } from "../drafts/selectors";
import { selectMayEdit } from "../publishing/selectors";

/** The number of drafts locked besides the open page: the most recently edited ones. */
const MAX_LOCKS = 8;

export function selectLockOwner(root: LocksRoot, ref: ItemRef): Owner {
  const { me, entries, now } = pluginState(root).presence;
  return ownerOf(entries[ref], me, now);
}

/** The locks that this page owns. */
export const selectOwnLocks = createSelector(
  (root: LocksRoot) => pluginState(root).presence.entries,
  (root: LocksRoot) => pluginState(root).presence.me,
  (entries, me): readonly ItemRef[] =>
    Object.values(entries).flatMap((entry) =>
      entry !== undefined && me !== null && entry.data.lockId === me.lockId ? [entry.ref] : [],
    ),
);

/**
 * The locks that this page wants: the open item, and items with drafts edited in this page. New items are excluded,
 * because nobody else can see them.
 * @param began ms since the epoch, this computer's clock: older drafts do not count as being edited
 */
export const selectWanted: (root: LocksRoot, began: number) => readonly ItemRef[] = createSelector(
  selectMayEdit,
  (root: LocksRoot) => pluginState(root).navigation.page,
  selectDrafts,
  (root: LocksRoot) => pluginState(root).live,
  (_: LocksRoot, began: number) => began,
  (mayEdit, page, drafts, live, began): readonly ItemRef[] => {
    if (!mayEdit) return [];
    const open = page.at === "item" && liveOf(live, page) !== undefined ? [itemRef(page.kind, page.id)] : [];
    const edited = drafts
      .filter((draft) => draft.edited >= began && liveOf(live, draft) !== undefined)
      .sort((a, b) => b.edited - a.edited)
      .slice(0, MAX_LOCKS)
      .map(draftRef);
    return [...new Set([...open, ...edited])];
  },
);
