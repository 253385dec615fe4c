import type { Store } from "redux";
import { ticked } from "./clock";
import { pluginState, type CatalogueRoot } from "./root";
import { observe } from "../redux/observe";
import type { CatalogueSelectors } from "./selectors";

/** ms. Words such as “today” change at midnight in some zone, which is always on a quarter of an hour. */
const QUARTER = 15 * 60_000;
/** ms per timer. Short, so that after sleep the clock is right within a second. */
const NAP = 1000;
/** Statuses to prepare per timer: well under a millisecond of work. */
const PREPARED_A_NAP = 50;
/** ms by which a timer may be late, or the clock may move, before it counts as sleep or a clock change. */
const JUMP = 2000;

export interface ClockControl {
  close(): void;
}

export interface ClockOptions {
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** Called after sleep or a clock change, when the server offset may be wrong. */
  readonly onJump?: () => void;
}

/**
 * Advances the store's clock with one timer: when the first status changes, when relative day words change, and at
 * once after sleep.
 */
export function runClock(
  store: Pick<Store<CatalogueRoot>, "dispatch" | "getState" | "subscribe">,
  { prepareStatuses, selectStatusTable }: CatalogueSelectors,
  { localNow, onJump }: ClockOptions,
): ClockControl {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let seen = 0;

  const now = (): number => Math.floor(localNow() + (pluginState(store.getState()).clock.offset ?? 0));

  const schedule = (): void => {
    seen = now();
    clearTimeout(timer);
    timer = setTimeout(onTimer, Math.max(0, Math.min(due - seen, NAP)));
  };

  const plan = (): void => {
    const from = now();
    const quarter = (Math.floor(from / QUARTER) + 1) * QUARTER;
    const next = selectStatusTable(store.getState()).nextChange;
    due = next === null ? quarter : Math.min(next, quarter);
    schedule();
  };

  const tick = (): void => {
    store.dispatch(ticked(now()));
    plan();
  };

  const onTimer = (): void => {
    const passed = now() - seen;
    const jumped = passed < -JUMP || passed > NAP + JUMP;
    if (jumped || now() >= due) tick();
    else {
      prepareStatuses(PREPARED_A_NAP);
      schedule();
    }
    if (jumped) onJump?.();
  };

  const stopOffset = observe(store, (root: CatalogueRoot) => pluginState(root).clock.offset, tick);
  // A new or changed schedule may change before the planned time.
  const stopLive = observe(store, (root: CatalogueRoot) => pluginState(root).live, plan);

  const shown = (): void => {
    if (document.visibilityState === "visible") onTimer();
  };
  document.addEventListener("visibilitychange", shown);
  window.addEventListener("focus", shown);

  tick();
  return {
    close() {
      clearTimeout(timer);
      stopOffset();
      stopLive();
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("focus", shown);
    },
  };
}
