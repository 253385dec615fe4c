import type { Store } from "redux";
import { type Draft, draftRef } from "../drafts/draft";
import { rebased } from "../drafts/drafts";
import { draftState } from "../drafts/draft-state";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";
import { liveOf, selectDrafts } from "../drafts/selectors";
import { selectSending } from "./selectors";

/**
 * Rebases drafts when the live catalogue changes: changes to different fields merge automatically, and a draft that
 * the live item already equals is removed. Conflicts wait for the person.
 */
export function keepDraftsCurrent(
  store: Pick<Store<PublishingRoot>, "dispatch" | "getState" | "subscribe">,
  onMerged: (draft: Draft) => void,
): () => void {
  let seen: unknown = null;
  const look = (): void => {
    const root = store.getState();
    const { live, drafts, publishing } = pluginState(root);
    if (!isLoaded(live)) return;
    const sending = selectSending(root);
    for (const draft of selectDrafts(root)) {
      const ref = draftRef(draft);
      if (sending.has(ref)) continue;
      const state = draftState(draft, liveOf(live, draft));
      if (state.is === "merges") {
        store.dispatch(rebased({ ref, base: state.theirs, value: state.value }));
        onMerged(draft);
      } else if (state.is === "done") {
        store.dispatch(
          rebased({
            ref,
            base: draft.value === null ? null : { revision: "", value: draft.value },
            value: draft.value,
          }),
        );
      }
    }
    seen = [live, drafts, publishing];
  };
  return store.subscribe(() => {
    const { live, drafts, publishing } = pluginState(store.getState());
    const [a, b, c] = (seen ?? []) as unknown[];
    if (a !== live || b !== drafts || c !== publishing) look();
  });
}
