import { RateWindow } from "../sync/rate-window";
import { type PublishCost, RATE_WINDOW, WINDOW_BUDGET } from "./write-limits";

const newWindow = (): RateWindow => new RateWindow(WINDOW_BUDGET, RATE_WINDOW);

/** Paces a series of publishes so that they stay within Sync's write limits. Times are ms on the caller's clock. */
export class PublishPace {
  readonly #creations = newWindow();
  readonly #writes = new Map<string, RateWindow>();

  /** Milliseconds to wait before a publish. */
  waitFor({ creations, writes }: PublishCost, now: number): number {
    const waits = [...writes].map(([map, cost]) => this.#writes.get(map)?.waitFor(cost, now) ?? 0);
    return Math.max(this.#creations.waitFor(creations, now), ...waits);
  }

  /**
   * @param at when the answer arrived: writes may have happened up to then
   */
  published({ creations, writes }: PublishCost, at: number): void {
    this.#creations.take(creations, at);
    for (const [map, cost] of writes) {
      const window = this.#writes.get(map) ?? newWindow();
      this.#writes.set(map, window);
      window.take(cost, at);
    }
  }
}
