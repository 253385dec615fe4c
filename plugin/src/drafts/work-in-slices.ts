/** ms per slice: input waits no longer. */
const SLICE = 6;

/** Calls back when the browser is idle. @returns cancels */
export type WhenIdle = (then: () => void) => () => void;

/** The timeout guarantees progress in a browser that is never idle. */
export const whenIdle: WhenIdle = (then) => {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(then, { timeout: 200 });
    return () => {
      cancelIdleCallback(id);
    };
  }
  const timer = setTimeout(then, 20);
  return () => {
    clearTimeout(timer);
  };
};

/** For work that people wait for: goes on as soon as the browser had the chance to draw. */
export const nextTask: WhenIdle = (then) => {
  const timer = setTimeout(then);
  return () => {
    clearTimeout(timer);
  };
};

export interface Work<Step, Result> {
  readonly steps: Iterator<Step, Result>;
  readonly idle: WhenIdle;
  /** ms, to measure a slice. */
  readonly clock: () => number;
  /** ms */
  readonly slice?: number;
  readonly onStep?: (step: Step) => void;
  readonly onDone: (result: Result) => void;
  /** Receives the error of a step; without it, the error is thrown. */
  readonly onError?: (error: unknown) => void;
}

/** Runs long work step by step in slices, so that input stays responsive. @returns stops */
export function workInSlices<Step, Result>({
  steps,
  idle,
  clock,
  slice = SLICE,
  onStep,
  onDone,
  onError,
}: Work<Step, Result>): () => void {
  let cancel: () => void = () => undefined;
  const work = (): void => {
    const until = clock() + slice;
    do {
      const next = steps.next();
      if (next.done === true) {
        onDone(next.value);
        return;
      }
      onStep?.(next.value);
    } while (clock() < until);
    cancel = idle(run);
  };
  const run = (): void => {
    if (onError === undefined) {
      work();
      return;
    }
    try {
      work();
    } catch (error) {
      onError(error);
    }
  };
  cancel = idle(run);
  return () => {
    cancel();
  };
}
