import { createSelector } from "@reduxjs/toolkit";
import type { Store } from "redux";
import { type Draft, draftRef } from "../drafts/draft";
import { type Rebase, rebased } from "../drafts/drafts";
import { draftState } from "../drafts/draft-state";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";
import { liveOf } from "../drafts/selectors";
import { observe } from "../redux/observe";
import { createSendingSelector } from "./selectors";

/**
 * Rebases drafts when the live catalogue changes: changes to different fields merge automatically, and a draft that
 * the live item already equals is removed. Conflicts wait for the person.
 * @param onMerged receives all drafts that merged at once, because every subscriber of the store runs on each message
 */
export function keepDraftsCurrent(
  store: Pick<Store<PublishingRoot>, "dispatch" | "getState" | "subscribe">,
  onMerged: (drafts: readonly Draft[]) => void,
): () => void {
  const selectSources = createSelector(
    (root: PublishingRoot) => pluginState(root).live,
    (root: PublishingRoot) => pluginState(root).drafts.items,
    createSendingSelector(),
    (live, drafts, sending) => ({ live, drafts, sending }),
  );
  const rebaseAll = ({ live, drafts, sending }: ReturnType<typeof selectSources>): void => {
    if (!isLoaded(live)) return;
    const rebases: Rebase[] = [];
    const merged: Draft[] = [];
    for (const draft of Object.values(drafts)) {
      if (draft === undefined) continue;
      const ref = draftRef(draft);
      const { value } = draft;
      if (sending.has(ref)) continue;
      const state = draftState(draft, liveOf(live, draft));
      if (state.type === "merges") {
        rebases.push({ ref, base: state.theirs, value: state.value });
        merged.push(draft);
      } else if (state.type === "done") {
        rebases.push({ ref, base: value === null ? null : { revision: "", value }, value });
      }
    }
    if (rebases.length > 0) store.dispatch(rebased(rebases));
    if (merged.length > 0) onMerged(merged);
  };
  rebaseAll(selectSources(store.getState()));
  return observe(store, selectSources, rebaseAll);
}
