/**
 * When an instance reads each map again to find what was edited in the Sync console: one after the other, each once
 * per interval, in an order and at a phase of the instance's own. So a re-read is a small read beside a change feed's and
 * never a wave, neither of one instance nor of thirty that were born together.
 */
export class RevalidationPlan {
  readonly #due: number[];

  /** @param now ms since the epoch, when all maps were read @param interval ms @param random 0 to 1 */
  constructor(maps: number, now: number, interval: number, random: number) {
    const first = Math.floor(random * maps);
    this.#due = Array.from({ length: maps }, (_, index) => {
      const turn = (index - first + maps) % maps;
      return now + (interval * (turn + random)) / maps;
    });
  }

  /** How many maps it is about. */
  get maps(): number {
    return this.#due.length;
  }

  /** The indexes of the maps that are due: one now and then, or all when nothing was asked for long. */
  due(now: number): number[] {
    return this.#due.flatMap((due, index) => (due <= now ? [index] : []));
  }

  /** @param now ms since the epoch, when the reading of the maps began */
  done(indexes: readonly number[], now: number, interval: number): void {
    for (const index of indexes) this.#due[index] = now + interval;
  }
}
