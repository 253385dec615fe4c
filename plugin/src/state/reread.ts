export interface Rereading {
  /** Settles when all is read; rejects when one could not be. */
  readonly done: Promise<void>;
  stop(): void;
}

/**
 * Reads places one after the other, once a while has passed.
 * @param after ms; absent: never
 */
export function rereading<P>(
  places: readonly P[],
  after: (() => number) | undefined,
  read: (place: P) => Promise<void>,
): Rereading {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    for (const place of places) {
      if (stopped) return;
      await read(place);
    }
  };
  const done = new Promise<void>((resolve, reject) => {
    if (places.length === 0 || after === undefined) resolve();
    else timer = setTimeout(() => void run().then(resolve, reject), after());
  });
  return {
    done,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
