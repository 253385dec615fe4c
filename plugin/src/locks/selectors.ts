import { createSelector } from "@reduxjs/toolkit";
import { type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { draftRef } from "../drafts/draft";
import { type Owner, ownerOf } from "./edit-lock";
import { pluginState } from "../catalogue/root";
import type { LocksRoot } from "./root";
import { type DraftSelectors, liveOf } from "../drafts/selectors";
import { selectMayEdit } from "../publishing/selectors";

/** The number of drafts locked besides the open page: the most recently edited ones. */
const MAX_LOCKS = 8;

export function selectLockOwner(root: LocksRoot, ref: ItemRef): Owner {
  const { me, entries, now } = pluginState(root).presence;
  return ownerOf(entries, ref, me, now);
}

/** The ids of the schedules whose lock another page owns. */
export const selectSchedulesLockedElsewhere = (root: LocksRoot): readonly string[] =>
  Object.keys(pluginState(root).presence.entries).flatMap((key) => {
    const item = parseItemRef(key);
    if (item?.kind !== "schedule") return [];
    return selectLockOwner(root, itemRef("schedule", item.id)).type === "other" ? item.id : [];
  });

/** The locks that this page owns. */
export function selectOwnLocks(root: LocksRoot): readonly ItemRef[] {
  const { me, entries } = pluginState(root).presence;
  return Object.values(entries).flatMap((entry) =>
    entry !== undefined && me !== null && entry.data.lockId === me.lockId ? [entry.ref] : [],
  );
}

/**
 * Creates the selector of the locks that this page wants: the open item, and items with drafts edited in this page. New
 * items are excluded, because nobody else can see them.
 * @param began ms since the epoch, this computer's clock: older drafts do not count as being edited
 */
export const createWantedSelector = ({ selectDrafts }: DraftSelectors, began: number) =>
  createSelector(
    selectMayEdit,
    (root: LocksRoot) => pluginState(root).navigation.page,
    selectDrafts,
    (root: LocksRoot) => pluginState(root).live,
    (mayEdit, page, drafts, live): readonly ItemRef[] => {
      if (!mayEdit) return [];
      const open =
        page.type === "item" && liveOf(live, page) !== undefined ? [itemRef(page.kind, page.id)] : [];
      const edited = drafts
        .filter((draft) => draft.edited >= began && liveOf(live, draft) !== undefined)
        .sort((a, b) => b.edited - a.edited);
      // An import makes thousands at one moment: locks on a few of them say nothing, and would move with each publish.
      const cut = edited[MAX_LOCKS]?.edited;
      const locked = edited
        .slice(0, MAX_LOCKS)
        .filter((draft) => draft.edited !== cut)
        .map(draftRef);
      return [...new Set([...open, ...locked])];
    },
  );
