/** The time of everything in this process that waits: instances, the stand-in, the load. */

export interface Clock {
  /** ms since the epoch */
  readonly now: () => number;
  readonly setTimeout: (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

export const machineClock: Clock = {
  now: Date.now,
  setTimeout: (work, ms, ...args) => setTimeout(work, ms, ...args),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
};

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/**
 * Advances by one step in a turn of the event loop, at most once in a millisecond. The clock stands still while the
 * process waits for a processor, so decisions do not depend on the machine's speed.
 */
export class TurnClock implements Clock {
  #now = Date.now();
  readonly #timers = new Set<Timer>();
  readonly #turns: NodeJS.Timeout;

  /**
   * @param step ms in each turn
   */
  constructor(step: number) {
    this.#turns = setInterval(() => this.#advance(step), 1);
  }

  readonly now = (): number => this.#now;

  readonly setTimeout: Clock["setTimeout"] = (work, ms = 0, ...args) => {
    const timer: Timer = { at: this.#now + ms, work: () => work(...args) };
    this.#timers.add(timer);
    return timer;
  };

  readonly clearTimeout = (timer: unknown): void => void this.#timers.delete(timer as Timer);

  /** Waits this many ms of this clock. */
  readonly pause = (ms: number): Promise<void> =>
    new Promise((done) => void this.setTimeout(() => done(), ms));

  stop(): void {
    clearInterval(this.#turns);
  }

  #advance(step: number): void {
    this.#now += step;
    const due = [...this.#timers].filter(({ at }) => at <= this.#now).toSorted((a, b) => a.at - b.at);
    for (const timer of due) {
      // An earlier one may have cleared it.
      if (this.#timers.delete(timer)) timer.work();
    }
  }
}
