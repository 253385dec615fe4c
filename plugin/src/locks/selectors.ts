import { createSelector } from "@reduxjs/toolkit";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { draftRef } from "../drafts/draft";
import { type Owner, ownerOf } from "./edit-lock";
import { pluginState } from "../catalogue/root";
import type { LocksRoot } from "./root";
import { liveOf, selectDrafts } from "../drafts/selectors";
import { selectMayEdit } from "../publishing/selectors";

/** So many drafts are held beside the page that is open: the ones that were edited last. */
const MAX_LOCKS = 8;

export function selectLockOwner(root: LocksRoot, ref: ItemRef): Owner {
  const { me, entries, now } = pluginState(root).presence;
  return ownerOf(entries[ref], me, now);
}

/** What this page has the lock of. */
export const selectOwnLocks = createSelector(
  (root: LocksRoot) => pluginState(root).presence.entries,
  (root: LocksRoot) => pluginState(root).presence.me,
  (entries, me): readonly ItemRef[] =>
    Object.values(entries).flatMap((entry) =>
      entry !== undefined && me !== null && entry.data.lockId === me.lockId ? [entry.ref] : [],
    ),
);

/**
 * What this page wants to have the lock of: what is open, and what was edited in it and is not published. What is
 * not published at all, nobody else can see.
 * @param began ms since the epoch, this computer's clock: drafts from before are not being edited
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
