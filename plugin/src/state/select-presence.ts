import { createSelector } from "@reduxjs/toolkit";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { draftRef } from "./draft";
import { type Holder, holderOf } from "./edit-lock";
import { pluginState, type RootState } from "./root";
import { liveOf, selectDrafts } from "./select-drafts";
import { selectMayEdit } from "./select-publishing";

/** So many drafts are held beside the page that is open: the ones that were edited last. */
export const MAX_HELD = 8;

export function selectHolder(root: RootState, ref: ItemRef): Holder {
  const { me, entries, now } = pluginState(root).presence;
  return holderOf(entries[ref], me, now);
}

/** What this page has the lock of. */
export const selectHeld = createSelector(
  (root: RootState) => pluginState(root).presence.entries,
  (root: RootState) => pluginState(root).presence.me,
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
export const selectWanted: (root: RootState, began: number) => readonly ItemRef[] = createSelector(
  selectMayEdit,
  (root: RootState) => pluginState(root).navigation.page,
  selectDrafts,
  (root: RootState) => pluginState(root).live,
  (_: RootState, began: number) => began,
  (mayEdit, page, drafts, live, began): readonly ItemRef[] => {
    if (!mayEdit) return [];
    const open = page.at === "item" && liveOf(live, page) !== undefined ? [itemRef(page.kind, page.id)] : [];
    const edited = drafts
      .filter((draft) => draft.edited >= began && liveOf(live, draft) !== undefined)
      .sort((a, b) => b.edited - a.edited)
      .slice(0, MAX_HELD)
      .map(draftRef);
    return [...new Set([...open, ...edited])];
  },
);
