import { useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { weekStart } from "../../i18n/week-start";
import { useServices } from "../../services/services";
import { type CalendarPlace, describePeriod } from "./calendar-place";
import type { PreviewedSchedule } from "./previewed-schedule";
import { PrintButton } from "./print-button";
import { WeekAsTable } from "./week-as-table";

interface Props {
  readonly schedule: PreviewedSchedule;
  readonly place: CalendarPlace;
}

/** Below the calendar: a shown week as a table, and the button that prints. */
export function PrintableWeek({ schedule: { daysFrom, ruleName }, place }: Props) {
  const { t, locale, firstWeekday } = useServices();
  const week = useMemo(
    () => daysFrom(weekStart(place.day, firstWeekday), 7),
    [daysFrom, place.day, firstWeekday],
  );
  if (place.view !== "week")
    return (
      <Box data-screen-only="">
        <PrintButton />
      </Box>
    );
  return (
    <WeekAsTable
      days={week}
      label={describePeriod("week", place.day, firstWeekday, t, locale)}
      ruleName={ruleName}
    />
  );
}
