import { useEffect, useState } from "react";
import type { Pause } from "@schedule-manager/shared/import-export/ical/pause";

/** A long work in parts: how much of it is done (0 to 1), its result, or that it failed. */
export type Work<T> =
  | { readonly is: "idle" }
  | { readonly is: "running"; readonly done: number }
  | { readonly is: "finished"; readonly result: T }
  | { readonly is: "failed" };

/** Thrown in the middle of a work that nobody waits for any more. */
class Abandoned extends Error {}

/** So long the work goes on before a frame is drawn, ms. */
const FRAME_MS = 50;

/** Runs a work whenever it is another one, and gives up the one before. @param work null: there is nothing to do */
export function useWork<T>(work: ((pause: Pause) => Promise<T>) | null): Work<T> {
  const [state, setState] = useState<Work<T>>({ is: "idle" });
  useEffect(() => {
    if (work === null) {
      setState({ is: "idle" });
      return undefined;
    }
    let here = true;
    let frame = performance.now();
    setState({ is: "running", done: 0 });
    const pause: Pause = (done) => {
      if (!here) throw new Abandoned();
      if (performance.now() - frame < FRAME_MS) return undefined;
      setState({ is: "running", done });
      return new Promise((resolve) =>
        setTimeout(() => {
          frame = performance.now();
          resolve();
        }),
      );
    };
    work(pause).then(
      (result) => {
        if (here) setState({ is: "finished", result });
      },
      () => {
        if (here) setState({ is: "failed" });
      },
    );
    return () => {
      here = false;
    };
  }, [work]);
  return state;
}
