import { createSelector } from "@reduxjs/toolkit";
import type { Store } from "redux";
import { findingsFound } from "./findings";
import { createFindingsSelector } from "./findings-selector";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";
import { observe } from "../redux/observe";
import type { DraftSelectors } from "./selectors";
import { type WhenIdle, workInSlices } from "./work-in-slices";

/**
 * Keeps the store's findings up to date with the catalogue and its drafts. It validates in slices while the browser
 * is idle, so validation never delays input.
 * @param clock ms, to measure a slice
 * @returns starts following; its result stops
 */
export function findingsFollower(
  store: Pick<Store<DraftsRoot>, "dispatch" | "getState" | "subscribe">,
  { selectEditedConfiguration }: DraftSelectors,
  idle: WhenIdle,
  clock: () => number,
): () => () => void {
  const findings = createFindingsSelector();
  /** null: the catalogue is not loaded. */
  const selectSubject = createSelector(
    (root: DraftsRoot) => isLoaded(pluginState(root).live),
    selectEditedConfiguration,
    (root: DraftsRoot) => pluginState(root).clock.now,
    (loaded, configuration, now) => (loaded ? { configuration, now } : null),
  );
  return () => {
    let cancel: () => void = () => undefined;
    const begin = (subject: ReturnType<typeof selectSubject>): void => {
      if (subject === null) return;
      cancel();
      cancel = workInSlices({
        steps: findings(subject.configuration, subject.now),
        idle,
        clock,
        onDone: (found) => {
          if (found !== pluginState(store.getState()).findings) store.dispatch(findingsFound(found));
        },
      });
    };
    begin(selectSubject(store.getState()));
    const unsubscribe = observe(store, selectSubject, begin);
    return () => {
      unsubscribe();
      cancel();
    };
  };
}
