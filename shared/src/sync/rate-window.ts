/** A sliding-window rate limiter. Times are ms on the caller's clock. */
export class RateWindow {
  #taken: { readonly at: number; readonly cost: number }[] = [];

  constructor(
    readonly limit: number,
    readonly window: number,
  ) {}

  /** Milliseconds until `cost` fits. A cost above the limit fits into an empty window. */
  waitFor(cost: number, now: number): number {
    this.#taken = this.#taken.filter(({ at }) => at > now - this.window && at <= now);
    let total = cost;
    for (const taken of this.#taken) total += taken.cost;
    for (const { at, cost: freed } of this.#taken) {
      if (total <= this.limit) return 0;
      total -= freed;
      if (total <= this.limit) return at + this.window - now;
    }
    const last = this.#taken.at(-1);
    return last === undefined ? 0 : last.at + this.window - now;
  }

  take(cost: number, at: number): void {
    this.#taken.push({ at, cost });
  }
}
