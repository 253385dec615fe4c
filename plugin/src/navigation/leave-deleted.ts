import type { Store } from "redux";
import { type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { itemsGone } from "./navigation";
import { pluginState } from "../catalogue/root";
import type { NavigationRoot } from "./root";
import { liveOf } from "../drafts/selectors";

/**
 * Leaves the pages of what a draft alone held: a new item that is discarded or undone, one whose deletion is published.
 * Where somebody else deleted an item, its page stays and says so.
 */
export function leaveDeletedPages(
  store: Pick<Store<NavigationRoot>, "dispatch" | "getState" | "subscribe">,
): () => void {
  let before = pluginState(store.getState()).drafts.items;
  return store.subscribe(() => {
    const { drafts, live } = pluginState(store.getState());
    const was = before;
    before = drafts.items;
    if (was === drafts.items) return;
    const gone = (Object.keys(was) as ItemRef[]).filter((ref) => {
      const named = parseItemRef(ref);
      return drafts.items[ref] === undefined && named !== null && liveOf(live, named) === undefined;
    });
    if (gone.length > 0) store.dispatch(itemsGone(gone));
  });
}
