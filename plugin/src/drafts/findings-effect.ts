import type { Store } from "redux";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { findingsFound } from "./findings";
import { createFindingsSelector } from "./findings-selector";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";
import { selectEditedConfiguration } from "./selectors";

/** ms of validation per slice. */
const SLICE = 6;

/** Calls back when the browser is idle. @returns cancels */
export type WhenIdle = (then: () => void) => () => void;

/** The timeout guarantees progress in a browser that is never idle. */
export const whenIdle: WhenIdle = (then) => {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(then, { timeout: 200 });
    return () => {
      cancelIdleCallback(id);
    };
  }
  const timer = setTimeout(then, 20);
  return () => {
    clearTimeout(timer);
  };
};

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

    const work = (run: ReturnType<typeof keeper>): void => {
      const until = clock() + SLICE;
      for (;;) {
        const { done, value } = run.next();
        if (done === true) {
          if (value !== pluginState(store.getState()).findings) store.dispatch(findingsFound(value));
          return;
        }
        if (clock() >= until) break;
      }
      cancel = idle(() => {
        work(run);
      });
    };
    const look = (): void => {
      const root = store.getState();
      const state = pluginState(root);
      if (!isLoaded(state.live)) return;
      const configuration = selectEditedConfiguration(root);
      if (configuration === seen && state.clock.now === now) return;
      seen = configuration;
      ({ now } = state.clock);
      cancel();
      const run = keeper(configuration, now);
      cancel = idle(() => {
        work(run);
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
