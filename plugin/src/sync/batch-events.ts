/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;
/** Longest time of collecting, in ms. */
const LONGEST = 200;
/** Times the duration of a flush: a stream of events leaves most of the time to input. */
const REST = 4;
/** ms without another event after which held events are delivered: longer than between two writes of a publish. */
const QUIET = 100;
/** Longest time that an event is held, in ms: as long as a publish may take. */
const LONGEST_HELD = 8000;

export interface EventBatch<T> {
  /** Delivers the event, and those held before it, as soon as possible. */
  add(event: T): void;
  /** Holds the event until one is added, none follows for 100 ms, or eight seconds have passed. */
  hold(event: T): void;
  /** Delivers the collected events now. */
  flush(): void;
  close(): void;
}

type Timer = ReturnType<typeof setTimeout>;

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
  /** Whether the waiting events are due at the end of the rest. */
  let isDue = false;
  let resting: Timer | null = null;
  let quiet: Timer | undefined;
  let longest: Timer | undefined;
  const passAll = (): void => {
    const events = waiting;
    waiting = [];
    isDue = false;
    clearTimeout(quiet);
    clearTimeout(longest);
    longest = undefined;
    if (events.length > 0) flush(events);
  };
  const pass = (): void => {
    resting = null;
    if (!isDue) return;
    // Set before the flush, which may throw or add events.
    resting = setTimeout(pass, GATHER);
    const begun = clock();
    passAll();
    const rest = Math.min(LONGEST, REST * (clock() - begun));
    if (rest <= GATHER || resting === null) return;
    clearTimeout(resting);
    resting = setTimeout(pass, rest);
  };
  const release = (): void => {
    isDue = true;
    if (resting === null) pass();
  };
  return {
    add(event) {
      waiting.push(event);
      release();
    },
    hold(event) {
      waiting.push(event);
      clearTimeout(quiet);
      quiet = setTimeout(release, QUIET);
      longest ??= setTimeout(release, LONGEST_HELD);
    },
    flush: passAll,
    close() {
      if (resting !== null) clearTimeout(resting);
      resting = null;
      passAll();
    },
  };
}
