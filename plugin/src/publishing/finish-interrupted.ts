import type { Store } from "redux";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import { observe } from "../redux/observe";
import type { PublishingRoot } from "./root";

/** ms without an event of a publish after which it has probably died. Functions treat it as dead after 15 s. */
const UNTOUCHED_FOR = 16_000;
/** ms over which open views spread the request; the first one suffices. */
const JITTER = 5000;
/** ms until the next request. */
const AGAIN = 60_000;

export interface FinishDeps {
  readonly store: Pick<Store<PublishingRoot>, "getState" | "subscribe">;
  /** Calls the function that recovers a dead publish; the function decides by Sync's own dates. */
  readonly ask: () => Promise<unknown>;
  /** In [0, 1). */
  readonly random: () => number;
}

/**
 * Keeps a dead publish from blocking others while an admin's view is open: when its lease gets no more events, the
 * functions are asked to recover it.
 * @returns stops
 */
export function finishInterrupted({ store, ask, random }: FinishDeps): () => void {
  const selectLease = (root: PublishingRoot): PublishLease | null => pluginState(root).head?.publish ?? null;
  let lastLease: PublishLease | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void askNow(), wait);
  };
  const askNow = async (): Promise<void> => {
    const asked = lastLease;
    await ask();
    if (lastLease === asked) plan(AGAIN);
  };
  // Each write of `head` creates another lease object, and shows that the publisher is alive.
  const onLease = (lease: PublishLease | null): void => {
    lastLease = lease;
    clearTimeout(timer);
    if (lease !== null) plan(UNTOUCHED_FOR + JITTER * random());
  };
  onLease(selectLease(store.getState()));
  const unsubscribe = observe(store, selectLease, onLease);
  return () => {
    lastLease = null;
    clearTimeout(timer);
    unsubscribe();
  };
}
