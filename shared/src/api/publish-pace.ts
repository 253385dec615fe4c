import type { PublishChange } from "./api";
import { RateWindow } from "../sync/rate-window";
import { costOf, RATE_WINDOW, WINDOW_BUDGET } from "./write-limits";

/** When a publisher who sends several publishes may send the next. Times are ms, the caller's clock. */
export class PublishPace {
  readonly #creations = new RateWindow(WINDOW_BUDGET, RATE_WINDOW);
  readonly #writes = new RateWindow(WINDOW_BUDGET, RATE_WINDOW);

  /** ms */
  waitFor(changes: readonly PublishChange[], now: number): number {
    const { creations, writes } = costOf(changes);
    return Math.max(this.#creations.waitFor(creations, now), this.#writes.waitFor(writes, now));
  }

  /** @param at when it was answered: until then it may have written */
  published(changes: readonly PublishChange[], at: number): void {
    const { creations, writes } = costOf(changes);
    this.#creations.take(creations, at);
    this.#writes.take(writes, at);
  }
}
