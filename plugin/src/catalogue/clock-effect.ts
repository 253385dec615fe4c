import type { Store } from "redux";
import { ticked } from "./clock";
import { pluginState, type CatalogueRoot } from "./root";
import { prepareStatuses, selectStatusTable } from "./selectors";

/** ms. Words such as “today” change at midnight somewhere, at the latest at a quarter of an hour. */
const QUARTER = 15 * 60_000;
/** ms that the timer waits at a time: after the computer slept, nobody waits longer for what is so now. */
const NAP = 1000;
/** So many statuses are worked out ahead after each nap: well under a millisecond's work. */
const PREPARED_A_NAP = 50;
/** ms by which a nap may be late, or the clock moved, before it counts as slept or set. */
const JUMP = 2000;

export interface ClockControl {
  close(): void;
}

export interface ClockOptions {
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** The computer slept, or its clock was set: what was heard of the server's may not hold any more. */
  readonly onJump?: () => void;
}

/**
 * Keeps the clock of the store: moved when the first status changes or words about the
 * day do: one timer for all. After the computer slept it moves at once.
 */
export function runClock(
  store: Pick<Store<CatalogueRoot>, "dispatch" | "getState" | "subscribe">,
  { localNow, onJump }: ClockOptions,
): ClockControl {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let seen = 0;

  const now = (): number => Math.floor(localNow() + (pluginState(store.getState()).clock.offset ?? 0));

  const nap = (): void => {
    seen = now();
    clearTimeout(timer);
    timer = setTimeout(woke, Math.max(0, Math.min(due - seen, NAP)));
  };

  const plan = (): void => {
    const from = now();
    const quarter = (Math.floor(from / QUARTER) + 1) * QUARTER;
    const next = selectStatusTable(store.getState()).nextChange;
    due = next === null ? quarter : Math.min(next, quarter);
    nap();
  };

  const tick = (): void => {
    store.dispatch(ticked(now()));
    plan();
  };

  const woke = (): void => {
    const passed = now() - seen;
    const jumped = passed < -JUMP || passed > NAP + JUMP;
    if (jumped || now() >= due) tick();
    else {
      prepareStatuses(PREPARED_A_NAP);
      nap();
    }
    if (jumped) onJump?.();
  };

  let before = pluginState(store.getState());
  const unsubscribe = store.subscribe(() => {
    const [was, is] = [before, pluginState(store.getState())];
    before = is;
    if (was.clock.offset !== is.clock.offset) tick();
    // A schedule that came or changed may change sooner than what is waited for.
    else if (was.live !== is.live) plan();
  });

  const shown = (): void => {
    if (document.visibilityState === "visible") woke();
  };
  document.addEventListener("visibilitychange", shown);
  window.addEventListener("focus", shown);

  tick();
  return {
    close() {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("focus", shown);
    },
  };
}
