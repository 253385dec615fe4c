import { memo, useMemo, useRef } from "react";
import { monthOf, monthStart } from "@schedule-manager/shared/time/civil";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import { useServices } from "../../services/services";
import type { DayMarks } from "./day-marks";
import { MonthTable } from "./month-table";
import { useDayKeys } from "./use-day-keys";

/** What the views of a month and of a year get. */
export interface DaysViewProps {
  /** A civil day of the period. */
  readonly day: number;
  readonly summaryOf: (day: number) => DaySummary;
  readonly ruleName: (id: string) => string;
  readonly marks: DayMarks | undefined;
  readonly today: number;
  readonly chosen: number | null;
  readonly onChoose: (day: number) => void;
  /** Shows the period of another day. */
  readonly onLeave: (day: number) => void;
}

/** The day with the tab stop until a person moves it: the chosen one, today or the first, whichever is shown. */
export const startDay = (first: number, last: number, chosen: number | null, today: number): number =>
  [chosen, today].find((day) => day !== null && day >= first && day <= last) ?? first;

/** A month of days with their hours. */
export const MonthView = memo(function MonthView(props: DaysViewProps) {
  const { day, summaryOf, ruleName, marks, today, chosen, onChoose, onLeave } = props;
  const { firstWeekday } = useServices();
  const container = useRef<HTMLDivElement>(null);
  const month = monthOf(day);
  const [first, last] = [monthStart(month), monthStart(month + 1) - 1];
  const days = useMemo(
    () => Array.from({ length: last - first + 1 }, (_, index) => summaryOf(first + index)),
    [first, last, summaryOf],
  );
  const start = startDay(first, last, chosen, today);
  const { tabStop, ...keys } = useDayKeys(container, { first, last, start, firstWeekday }, onLeave);
  return (
    <div ref={container} {...keys}>
      <MonthTable
        month={month}
        size="month"
        days={days}
        ruleName={ruleName}
        marks={marks}
        today={today}
        chosen={chosen}
        tabStop={tabStop}
        onChoose={onChoose}
      />
    </div>
  );
});
