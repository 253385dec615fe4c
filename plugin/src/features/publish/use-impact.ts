import { useEffect, useState } from "react";
import { impactSteps, type ScheduleImpact } from "@schedule-manager/shared/editing/impact/impact";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { whenIdle, workInSlices } from "../../drafts/work-in-slices";

/** ms between updates of the list, because each renders it again. */
const SHOW_AFTER = 250;

export interface FoundImpact {
  readonly impact: readonly ScheduleImpact[];
  /** The number of schedules not compared yet. */
  readonly left: number;
}

/** The impact of an edit (times in ms since the epoch), computed while idle: thousands of schedules take seconds. */
export function useImpact(
  before: Configuration,
  after: Configuration,
  from: number,
  to: number,
): FoundImpact {
  const { length } = after.schedules;
  const [found, setFound] = useState<FoundImpact>({ impact: [], left: length });
  useEffect(() => {
    const impact: ScheduleImpact[] = [];
    let remaining = length;
    let shown = performance.now();
    const show = (): void => {
      shown = performance.now();
      setFound({ impact: [...impact], left: remaining });
    };
    return workInSlices({
      steps: impactSteps(before, after, from, to),
      idle: whenIdle,
      clock: () => performance.now(),
      onStep: (step) => {
        remaining -= 1;
        if (step !== null) impact.push(step);
        if (performance.now() - shown > SHOW_AFTER) show();
      },
      onDone: show,
    });
  }, [before, after, length, from, to]);
  return found;
}
