/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;
/** Longest time of collecting, in ms. */
const LONGEST = 200;
/** Times the duration of a flush: a stream of events leaves most of the time to input. */
const REST = 4;

export interface EventBatch<T> {
  add(event: T): void;
  /** Delivers the collected events now. */
  flush(): void;
  close(): void;
}

/**
 * Delivers the first event at once, and those that follow within 40 ms together, in order. After a flush that takes
 * long, because it renders much, the time is longer.
 * @param clock in ms, measures a flush
 */
export function batchEvents<T>(
  flush: (events: readonly T[]) => void,
  clock: () => number = () => performance.now(),
): EventBatch<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const passAll = (): void => {
    const events = waiting;
    waiting = [];
    if (events.length > 0) flush(events);
  };
  const pass = (): void => {
    if (waiting.length === 0) {
      timer = null;
      return;
    }
    // Set before the flush, which may throw or add events.
    timer = setTimeout(pass, GATHER);
    const begun = clock();
    passAll();
    const rest = Math.min(LONGEST, REST * (clock() - begun));
    if (rest <= GATHER || timer === null) return;
    clearTimeout(timer);
    timer = setTimeout(pass, rest);
  };
  return {
    add(event) {
      waiting.push(event);
      if (timer === null) pass();
    },
    flush: passAll,
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      passAll();
    },
  };
}
