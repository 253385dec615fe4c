import { useEffect, useState } from "react";
import { impactSteps, type ScheduleImpact } from "@schedule-manager/shared/editing/impact/impact";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { whenIdle, workInSlices } from "../../drafts/work-in-slices";

/** ms between two looks at what was found so far: each draws the list anew. */
const SHOW_AFTER = 250;

export interface FoundImpact {
  readonly impact: readonly ScheduleImpact[];
  /** Schedules that were not looked at yet. */
  readonly left: number;
}

/** What an edit changes (times in ms since the epoch), looked for in idle moments: thousands of schedules take seconds. */
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
    let left = length;
    let shown = performance.now();
    const show = (): void => {
      shown = performance.now();
      setFound({ impact: [...impact], left });
    };
    return workInSlices({
      steps: impactSteps(before, after, from, to),
      idle: whenIdle,
      clock: () => performance.now(),
      onStep: (step) => {
        left -= 1;
        if (step !== null) impact.push(step);
        if (performance.now() - shown > SHOW_AFTER) show();
      },
      onDone: show,
    });
  }, [before, after, length, from, to]);
  return found;
}
