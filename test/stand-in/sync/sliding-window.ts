const BUCKETS = 100;

/** The use of a budget within the last given ms, in a hundred steps, which bounds the memory. */
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

  /** Takes `cost` from the budget; false, without taking anything, when the budget is too small. */
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
    // Costs are fractions: prevent the accumulation of rounding errors.
    if (this.#used.length === 0) this.#sum = 0;
  }
}
