import type { Store } from "redux";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { findingsFound } from "./findings";
import { createFindingsSelector } from "./findings-selector";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";
import { selectEditedConfiguration } from "./selectors";
import { type WhenIdle, workInSlices } from "./work-in-slices";

/**
 * Keeps the store's findings up to date with the catalogue and its drafts. It validates in slices while the browser
 * is idle, so validation never delays input.
 * @param clock ms, to measure a slice
 * @returns starts following; its result stops
 */
export function findingsFollower(
  store: Pick<Store<DraftsRoot>, "dispatch" | "getState" | "subscribe">,
  idle: WhenIdle,
  clock: () => number,
): () => () => void {
  const keeper = createFindingsSelector();
  return () => {
    let cancel: () => void = () => undefined;
    let seen: Configuration | null = null;
    let now = 0;

    const look = (): void => {
      const root = store.getState();
      const state = pluginState(root);
      if (!isLoaded(state.live)) return;
      const configuration = selectEditedConfiguration(root);
      if (configuration === seen && state.clock.now === now) return;
      seen = configuration;
      ({ now } = state.clock);
      cancel();
      cancel = workInSlices({
        steps: keeper(configuration, now),
        idle,
        clock,
        onDone: (found) => {
          if (found !== pluginState(store.getState()).findings) store.dispatch(findingsFound(found));
        },
      });
    };
    look();
    const unsubscribe = store.subscribe(look);
    return () => {
      unsubscribe();
      cancel();
    };
  };
}
