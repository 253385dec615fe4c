import { memo } from "react";
import { monthOf, monthStart } from "@schedule-manager/shared/time/civil";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import {
  formatDay,
  formatNarrowWeekday,
  formatShortWeekday,
} from "@schedule-manager/shared/i18n/format-date";
import { formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { weekdaysFrom, weekStart } from "../../i18n/week-start";
import { useServices } from "../../services/services";
import type { DayMarks } from "./day-marks";
import { describeDay, describeDayBriefly } from "./describe-day";

interface Props {
  /** Month number. */
  readonly month: number;
  /** `month`: wide cells with hours. `year`: small cells with the day's number only. */
  readonly size: "month" | "year";
  /** The days of the month, in order; undefined: not computed yet. */
  readonly days: readonly DaySummary[] | undefined;
  readonly ruleName: (id: string) => string;
  readonly marks: DayMarks | undefined;
  readonly today: number;
  /** The chosen day, if it is in this month. */
  readonly chosen: number | null;
  /** The day with the calendar's one tab stop, if it is in this month. */
  readonly tabStop: number | null;
  readonly onChoose: (day: number) => void;
}

const name = { month: "long", year: "numeric" } as const;

/** A month as a table of days, which the arrow keys of `useDayKeys` cross. */
export const MonthTable = memo(function MonthTable(props: Props) {
  const { month, size, days, ruleName, marks, today, chosen, tabStop, onChoose } = props;
  const { t, locale, firstWeekday } = useServices();
  const [first, end] = [monthStart(month), monthStart(month + 1)];
  const weeks: number[] = [];
  for (let week = weekStart(first, firstWeekday); week < end; week += 7) weeks.push(week);
  const formatHead = size === "month" ? formatShortWeekday : formatNarrowWeekday;
  const cell = (day: number) => {
    const summary = days?.[day - first];
    const label = summary === undefined ? "" : describeDay(summary, ruleName, marks, t, locale);
    return (
      <button
        type="button"
        data-day={day}
        data-look={summary?.type ?? "off"}
        data-rule={marks?.isRuleDay(day) === true ? "" : undefined}
        data-changed={marks?.isChanged(day) === true ? "" : undefined}
        aria-label={label}
        title={label}
        aria-pressed={day === chosen}
        aria-current={day === today ? "date" : undefined}
        tabIndex={day === tabStop ? 0 : -1}
        onClick={() => {
          onChoose(day);
        }}
      >
        <b>{day - first + 1}</b>
        {size === "month" &&
          summary !== undefined &&
          describeDayBriefly(summary, t, locale).map((line, index) => <span key={index}>{line}</span>)}
      </button>
    );
  };
  return (
    <table role="grid" data-size={size} aria-label={formatDay(locale, first, name)}>
      <thead>
        <tr>
          {weekdaysFrom(firstWeekday).map((weekday) => (
            <th key={weekday} scope="col" abbr={formatWeekday(locale, weekday)}>
              {formatHead(locale, weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week}>
            {Array.from({ length: 7 }, (_, index) => week + index).map((day) => (
              <td key={day} role="gridcell">
                {monthOf(day) === month && cell(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
