import { keysOf } from "@schedule-manager/shared/collections/keys";
import type { Store } from "redux";
import { parseItemRef } from "@schedule-manager/shared/sync/layout";
import { itemsGone } from "./navigation";
import { pluginState } from "../catalogue/root";
import { observe } from "../redux/observe";
import type { NavigationRoot } from "./root";
import { liveOf } from "../drafts/selectors";

/**
 * Leaves pages of items that no longer exist: a discarded or undone new item, a published deletion. The page of an
 * item that somebody else deleted stays open and shows the deletion.
 */
export function leaveDeletedPages(
  store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">,
): () => void {
  const selectDraftItems = (root: NavigationRoot) => pluginState(root).drafts.items;
  return observe(store, selectDraftItems, (items, before) => {
    const { live } = pluginState(store.getState());
    const deletedRefs = keysOf(before).filter((ref) => {
      const named = parseItemRef(ref);
      return items[ref] === undefined && named !== null && liveOf(live, named) === undefined;
    });
    if (deletedRefs.length > 0) store.dispatch(itemsGone(deletedRefs));
  });
}
