import { memo, useRef } from "react";
import { monthOf, monthStart, yearOf } from "@schedule-manager/shared/time/civil";
import { formatMonth } from "@schedule-manager/shared/i18n/format-date";
import { useServices } from "../../services/services";
import { MonthTable } from "./month-table";
import { type DaysViewProps, startDay } from "./month-view";
import { useDayKeys } from "./use-day-keys";
import { useMonths } from "./use-months";

const MONTHS = 12;

/** A year as twelve small months. */
export const YearView = memo(function YearView(props: DaysViewProps) {
  const { day, summaryOf, ruleName, marks, today, chosen, onChoose, onLeave } = props;
  const { locale, firstWeekday } = useServices();
  const container = useRef<HTMLDivElement>(null);
  const january = yearOf(day) * MONTHS;
  const months = useMonths(january, MONTHS, summaryOf);
  const [first, last] = [monthStart(january), monthStart(january + MONTHS) - 1];
  const start = startDay(first, last, chosen, today);
  const { tabStop, ...keys } = useDayKeys(container, { first, last, start, firstWeekday }, onLeave);
  const within = (month: number, one: number | null): number | null =>
    one !== null && monthOf(one) === month ? one : null;
  return (
    <div
      ref={container}
      {...keys}
      style={{
        display: "grid",
        gap: 12,
        gridTemplateColumns: "repeat(auto-fill, minmax(max(9.25rem, 15%), 1fr))",
      }}
    >
      {Array.from({ length: MONTHS }, (_, index) => january + index).map((month, index) => (
        <div key={index}>
          <div data-month="" aria-hidden="true">
            {formatMonth(locale, index)}
          </div>
          <MonthTable
            month={month}
            size="year"
            days={months.get(month)}
            ruleName={ruleName}
            marks={marks}
            today={today}
            chosen={within(month, chosen)}
            tabStop={within(month, tabStop)}
            onChoose={onChoose}
          />
        </div>
      ))}
    </div>
  );
});
