/**
 * Schedules when an instance reads each map again to find edits in the Sync console: one map at a time, each
 * once per interval, in an order and at a phase that differ by instance. This spreads the load, also when thirty
 * instances start at once.
 */
export class RevalidationPlan {
  readonly #due: number[];

  /**
   * @param now ms since the epoch, when all maps were read
   * @param interval ms
   * @param random 0 to 1
   */
  constructor(maps: number, now: number, interval: number, random: number) {
    const first = Math.floor(random * maps);
    this.#due = Array.from({ length: maps }, (_, index) => {
      const turn = (index - first + maps) % maps;
      return now + (interval * (turn + random)) / maps;
    });
  }

  /** Number of maps in the plan. */
  get maps(): number {
    return this.#due.length;
  }

  /** Indexes of the maps that are due: usually one, or all after a long idle time. */
  due(now: number): number[] {
    return this.#due.flatMap((due, index) => (due <= now ? [index] : []));
  }

  /**
   * @param now ms since the epoch, when reading the maps started
   */
  done(indexes: readonly number[], now: number, interval: number): void {
    for (const index of indexes) this.#due[index] = now + interval;
  }
}
