import { useEffect, useState } from "react";
import { monthStart } from "@schedule-manager/shared/time/civil";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import { nextTask, workInSlices } from "../../drafts/work-in-slices";

type Months = ReadonlyMap<number, readonly DaySummary[]>;

const NONE: Months = new Map();

/**
 * Summarizes months one after another in slices, so that a schedule of many rules holds up no input. Months keep their
 * former days until the new ones are there.
 * @param first month number
 */
export function useMonths(first: number, many: number, summaryOf: (day: number) => DaySummary): Months {
  const [months, setMonths] = useState(NONE);
  useEffect(() => {
    function* summaries(): Generator<readonly [number, readonly DaySummary[]], void> {
      for (let month = first; month < first + many; month += 1) {
        const start = monthStart(month);
        yield [
          month,
          Array.from({ length: monthStart(month + 1) - start }, (_, index) => summaryOf(start + index)),
        ];
      }
    }
    return workInSlices({
      steps: summaries(),
      idle: nextTask,
      clock: () => performance.now(),
      onStep: ([month, days]) => {
        setMonths((known) => {
          // Drops months of other years.
          const kept = [...known].filter(([other]) => other >= first && other < first + many);
          return new Map([...kept, [month, days]]);
        });
      },
      onDone: () => undefined,
    });
  }, [first, many, summaryOf]);
  return months;
}
