/** Runs one piece of work at a time and shares it among all callers. */
export class SingleFlight {
  readonly #clock: () => number;
  readonly #longest: number;
  #work: { readonly done: Promise<void>; readonly until: number } | null = null;

  /**
   * @param clock ms since the epoch
   * @param longest ms after which work is abandoned: it was frozen with its process
   */
  constructor(clock: () => number, longest: number) {
    this.#clock = clock;
    this.#longest = longest;
  }

  /** The work in flight, or null. */
  get running(): Promise<void> | null {
    return this.#work !== null && this.#clock() < this.#work.until ? this.#work.done : null;
  }

  /**
   * @param work never rejects
   */
  start(work: Promise<void>): Promise<void> {
    const done = work.finally(() => {
      if (this.#work?.done === done) this.#work = null;
    });
    this.#work = { done, until: this.#clock() + this.#longest };
    return done;
  }
}

/** Waits for work, at most `ms`. The work continues. */
export function withTimeout(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
