const BUCKETS = 100;

/** How much was used within the last so many ms, in a hundred steps, so that memory stays small. */
export class SlidingWindow {
  readonly #step: number;
  readonly #used: { at: number; cost: number }[] = [];
  #sum = 0;

  constructor(
    readonly windowMs: number,
    readonly budget: number,
  ) {
    this.#step = windowMs / BUCKETS;
  }

  /** Takes `cost` from the budget; false, and nothing taken, when it is not there. */
  take(now: number, cost = 1): boolean {
    this.#forget(now);
    if (this.#sum + cost > this.budget) return false;
    const at = Math.floor(now / this.#step) * this.#step;
    const newest = this.#used.at(-1);
    if (newest?.at === at) newest.cost += cost;
    else this.#used.push({ at, cost });
    this.#sum += cost;
    return true;
  }

  #forget(now: number): void {
    let oldest = this.#used[0];
    while (oldest !== undefined && oldest.at <= now - this.windowMs) {
      this.#sum -= oldest.cost;
      this.#used.shift();
      oldest = this.#used[0];
    }
    // Costs are fractions: do not let their rounding errors pile up.
    if (this.#used.length === 0) this.#sum = 0;
  }
}
