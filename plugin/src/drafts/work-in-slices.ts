/** ms per slice. */
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

export interface Work<Step, Result> {
  readonly steps: Iterator<Step, Result>;
  readonly idle: WhenIdle;
  /** ms, to measure a slice. */
  readonly clock: () => number;
  readonly onStep?: (step: Step) => void;
  readonly onDone: (result: Result) => void;
}

/** Runs long work step by step in idle slices, so that input stays responsive. @returns stops */
export function workInSlices<Step, Result>({
  steps,
  idle,
  clock,
  onStep,
  onDone,
}: Work<Step, Result>): () => void {
  let cancel: () => void = () => undefined;
  const slice = (): void => {
    const until = clock() + SLICE;
    do {
      const next = steps.next();
      if (next.done === true) {
        onDone(next.value);
        return;
      }
      onStep?.(next.value);
    } while (clock() < until);
    cancel = idle(slice);
  };
  cancel = idle(slice);
  return () => {
    cancel();
  };
}
