import type { Store } from "redux";
import { type Draft, draftRef } from "../drafts/draft";
import { type Rebase, rebased } from "../drafts/drafts";
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
    const rebases: Rebase[] = [];
    const merged: Draft[] = [];
    for (const draft of selectDrafts(root)) {
      const ref = draftRef(draft);
      const { value } = draft;
      if (sending.has(ref)) continue;
      const state = draftState(draft, liveOf(live, draft));
      if (state.is === "merges") {
        rebases.push({ ref, base: state.theirs, value: state.value });
        merged.push(draft);
      } else if (state.is === "done") {
        rebases.push({ ref, base: value === null ? null : { revision: "", value }, value });
      }
    }
    seen = [live, drafts, publishing];
    if (rebases.length > 0) store.dispatch(rebased(rebases));
    merged.forEach(onMerged);
  };
  return store.subscribe(() => {
    const { live, drafts, publishing } = pluginState(store.getState());
    const [a, b, c] = (seen ?? []) as unknown[];
    if (a !== live || b !== drafts || c !== publishing) look();
  });
}
