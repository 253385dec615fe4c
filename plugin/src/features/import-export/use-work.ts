import { useEffect, useState } from "react";
import type { RunSteps } from "@schedule-manager/shared/import-export/ical/steps";
import { nextTask, workInSlices } from "../../drafts/work-in-slices";

/** The state of long work. `done` runs from 0 to 1. */
export type Work<T> =
  | { readonly type: "idle" }
  | { readonly type: "running"; readonly done: number }
  | { readonly type: "finished"; readonly result: T }
  | { readonly type: "failed" };

/** ms of work between two frames: people wait for it and see its progress, so it need not yield to input at once. */
const SLICE = 50;

/** Runs work, and abandons it when another replaces it. @param work null: nothing to do */
export function useWork<T>(work: ((run: RunSteps) => Promise<T>) | null): Work<T> {
  const [state, setState] = useState<Work<T>>({ type: "idle" });
  useEffect(() => {
    if (work === null) {
      setState({ type: "idle" });
      return undefined;
    }
    let here = true;
    let stop = (): void => undefined;
    setState({ type: "running", done: 0 });
    const run: RunSteps = (steps) =>
      new Promise((resolve, reject) => {
        // The work that is abandoned never ends: nobody waits for its result.
        if (!here) return;
        let done = 0;
        stop = workInSlices({
          steps,
          slice: SLICE,
          idle: (then) =>
            nextTask(() => {
              if (done > 0) setState({ type: "running", done });
              then();
            }),
          clock: () => performance.now(),
          onStep: (share) => {
            done = share;
          },
          onDone: resolve,
          onError: reject,
        });
      });
    work(run).then(
      (result) => {
        if (here) setState({ type: "finished", result });
      },
      () => {
        if (here) setState({ type: "failed" });
      },
    );
    return () => {
      here = false;
      stop();
    };
  }, [work]);
  return state;
}
