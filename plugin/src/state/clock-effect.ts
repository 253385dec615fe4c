import type { Store } from "redux";
import { clockCorrected, ticked } from "./clock";
import { pluginState, type RootState } from "./root";
import { selectStatusTable } from "./select";

/** ms. Words such as “today” change at midnight somewhere, at the latest at a quarter of an hour. */
export const QUARTER = 15 * 60_000;
/** ms: a smaller correction is the network's doing. */
export const WORTH_CORRECTING = 250;
/** ms: an answer that took longer says too little about the clock. */
export const SLOW_ANSWER = 5000;

export interface ClockControl {
  /**
   * What a server said of its clock.
   * @param now ms since the epoch @param took ms between question and answer
   */
  heard(now: number, took: number): void;
  close(): void;
}

/**
 * Keeps the clock of the store: corrected by the server's, moved when the first status changes or words about the
 * day do: one timer for all. After the computer slept it moves at once.
 * @param localNow ms since the epoch, this computer's clock
 */
export function runClock(
  store: Pick<Store<RootState>, "dispatch" | "getState" | "subscribe">,
  localNow: () => number,
): ClockControl {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let planned: number | null = null;

  const now = (): number => Math.floor(localNow() + (pluginState(store.getState()).clock.offset ?? 0));

  const plan = (): void => {
    const from = now();
    const quarter = (Math.floor(from / QUARTER) + 1) * QUARTER;
    const next = selectStatusTable(store.getState()).nextChange;
    const at = next === null ? quarter : Math.min(next, quarter);
    if (planned === at) return;
    planned = at;
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, at - from));
  };

  const tick = (): void => {
    planned = null;
    clearTimeout(timer);
    store.dispatch(ticked(now()));
    plan();
  };

  let live = pluginState(store.getState()).live;
  const unsubscribe = store.subscribe(() => {
    const state = pluginState(store.getState());
    if (state.live === live) return;
    live = state.live;
    // A schedule that came or changed may change sooner than what is waited for.
    plan();
  });

  const woke = (): void => {
    if (document.visibilityState === "visible") tick();
  };
  document.addEventListener("visibilitychange", woke);
  window.addEventListener("focus", woke);

  tick();
  return {
    heard(server, took) {
      if (took > SLOW_ANSWER) return;
      const offset = Math.round(server + took / 2 - localNow());
      const held = pluginState(store.getState()).clock.offset;
      if (held !== null && Math.abs(offset - held) < WORTH_CORRECTING) return;
      store.dispatch(clockCorrected(offset));
      tick();
    },
    close() {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener("visibilitychange", woke);
      window.removeEventListener("focus", woke);
    },
  };
}
