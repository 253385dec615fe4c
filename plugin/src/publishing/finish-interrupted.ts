import type { Store } from "redux";
import type { PublishLease } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";

/** ms without news of a publish after which it has probably died: functions take it for dead after 15 s. */
const UNTOUCHED_FOR = 16_000;
/** ms over which all open views spread their question: the first one's is enough. */
const JITTER = 5000;
/** ms until it is asked again. */
const AGAIN = 60_000;

export interface FinishDeps {
  readonly store: Pick<Store<PublishingRoot>, "getState" | "subscribe">;
  /** Asks the function that finishes or clears a dead publish; it judges by Sync's own dates. */
  readonly ask: () => Promise<unknown>;
  /** In [0, 1). */
  readonly random: () => number;
}

/**
 * While an admin's view is open, a publish that died does not stand in everybody's way until the next one: when nothing
 * more is heard of it, the functions are asked to finish or clear it.
 * @returns ends it
 */
export function finishInterrupted({ store, ask, random }: FinishDeps): () => void {
  let heard: PublishLease | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const plan = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), wait);
  };
  const turn = async (): Promise<void> => {
    const asked = heard;
    await ask();
    if (heard === asked) plan(AGAIN);
  };
  const look = (): void => {
    const mark = pluginState(store.getState()).lock?.publish ?? null;
    // Each write of `lock` makes another mark, and is a sign of life.
    if (mark === heard) return;
    heard = mark;
    clearTimeout(timer);
    if (mark !== null) plan(UNTOUCHED_FOR + JITTER * random());
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    heard = null;
    clearTimeout(timer);
    unsubscribe();
  };
}
