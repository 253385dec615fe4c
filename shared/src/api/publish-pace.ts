import type { PublishChange } from "./api";
import { RateWindow } from "../sync/rate-window";
import { costOf, RATE_WINDOW, WINDOW_BUDGET } from "./write-limits";

/** Paces a series of publishes so that they stay within Sync's write limits. Times are ms on the caller's clock. */
export class PublishPace {
  readonly #creations = new RateWindow(WINDOW_BUDGET, RATE_WINDOW);
  readonly #writes = new RateWindow(WINDOW_BUDGET, RATE_WINDOW);

  /** Milliseconds to wait before publishing `changes`. */
  waitFor(changes: readonly PublishChange[], now: number): number {
    const { creations, writes } = costOf(changes);
    return Math.max(this.#creations.waitFor(creations, now), this.#writes.waitFor(writes, now));
  }

  /**
   * @param at when the answer arrived: writes may have happened up to then
   */
  published(changes: readonly PublishChange[], at: number): void {
    const { creations, writes } = costOf(changes);
    this.#creations.take(creations, at);
    this.#writes.take(writes, at);
  }
}
