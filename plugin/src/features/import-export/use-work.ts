import { useEffect, useState } from "react";
import type { Pause } from "@schedule-manager/shared/import-export/ical/pause";

/** The state of long work. `done` runs from 0 to 1. */
export type Work<T> =
  | { readonly type: "idle" }
  | { readonly type: "running"; readonly done: number }
  | { readonly type: "finished"; readonly result: T }
  | { readonly type: "failed" };

/** Ends work whose result is no longer needed. */
class Abandoned extends Error {}

/** ms of work between two frames. */
const FRAME_MS = 50;

/** Runs work, and abandons it when another replaces it. @param work null: nothing to do */
export function useWork<T>(work: ((pause: Pause) => Promise<T>) | null): Work<T> {
  const [state, setState] = useState<Work<T>>({ type: "idle" });
  useEffect(() => {
    if (work === null) {
      setState({ type: "idle" });
      return undefined;
    }
    let here = true;
    let frame = performance.now();
    setState({ type: "running", done: 0 });
    const pause: Pause = (done) => {
      if (!here) throw new Abandoned();
      if (performance.now() - frame < FRAME_MS) return undefined;
      setState({ type: "running", done });
      return new Promise((resolve) =>
        setTimeout(() => {
          frame = performance.now();
          resolve();
        }),
      );
    };
    work(pause).then(
      (result) => {
        if (here) setState({ type: "finished", result });
      },
      () => {
        if (here) setState({ type: "failed" });
      },
    );
    return () => {
      here = false;
    };
  }, [work]);
  return state;
}
