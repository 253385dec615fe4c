import type { Store } from "redux";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { findingsFound } from "./findings";
import { createFindingsSelector } from "./findings-selector";
import { isLoaded } from "../catalogue/live";
import { pluginState } from "../catalogue/root";
import type { DraftsRoot } from "./root";
import { selectEditedConfiguration } from "./selectors";

/** ms that validation takes of the browser's time at once. */
const SLICE = 6;

/** Calls back when the browser has nothing better to do. @returns takes it back */
export type WhenIdle = (then: () => void) => () => void;

/** At the latest after a moment, also where the browser is always busy. */
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
 * Keeps the store's findings those of the catalogue with its drafts: looked for bit by bit while nothing else is to
 * be done, so that nobody waits for them.
 * @param clock ms, for how long a bit takes
 * @returns begins to follow; what that returns ends it
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
