/**
 * Keeps a continuous writer below Sync's rate limit over ten seconds. Allows an initial burst and then an even
 * rate, so that no write waits for a whole window: the lease must be renewed meanwhile.
 */
import { RateWindow } from "@schedule-manager/shared/sync/rate-window";
import { RATE_WINDOW, WINDOW_BUDGET } from "@schedule-manager/shared/api/write-limits";

/** Burst within a window's budget. */
const AT_ONCE = 100;
const SECOND = 1000;
const A_SECOND = 18;

export class WritePace {
  readonly #start = new RateWindow(AT_ONCE, RATE_WINDOW);
  readonly #steady = new RateWindow(A_SECOND, SECOND);
  readonly #whole = new RateWindow(WINDOW_BUDGET, RATE_WINDOW);

  /** Milliseconds to wait. Times are ms on the caller's clock. */
  waitFor(cost: number, now: number): number {
    if (this.#start.waitFor(cost, now) === 0) return 0;
    return Math.max(this.#steady.waitFor(cost, now), this.#whole.waitFor(cost, now));
  }

  take(cost: number, at: number): void {
    for (const window of [this.#start, this.#steady, this.#whole]) window.take(cost, at);
  }
}
