/** ms during which events are collected after a flush, so that many events render once. */
const GATHER = 40;

export interface Batch<T> {
  add(event: T): void;
  /** Delivers the collected events now. */
  flush(): void;
  close(): void;
}

/** Delivers the first event at once, and those within the next `GATHER` ms together, in order. */
export function batch<T>(flush: (events: readonly T[]) => void): Batch<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const pass = (): void => {
    if (waiting.length === 0) {
      timer = null;
      return;
    }
    const events = waiting;
    waiting = [];
    timer = setTimeout(pass, GATHER);
    flush(events);
  };
  const passAll = (): void => {
    const events = waiting;
    waiting = [];
    if (events.length > 0) flush(events);
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
