import { type KeyboardEvent, memo, useMemo } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { useUID } from "@twilio-paste/core/uid-library";
import { mod } from "@schedule-manager/shared/time/civil";
import { useServices } from "../../services/services";
import { useStableCallback } from "../../ui/use-stable-callback";
import { weekStart } from "../../i18n/week-start";
import { CalendarDetails } from "./calendar-details";
import { type CalendarPlace, describePeriod, segmentIndexOf } from "./calendar-place";
import { CalendarStyles } from "./calendar-styles";
import { CalendarToolbar } from "./calendar-toolbar";
import type { DayMarks } from "./day-marks";
import { Legend } from "./legend";
import { MonthView } from "./month-view";
import type { PreviewedSchedule } from "./previewed-schedule";
import { type EditableHours, useBlockEditing } from "./use-block-editing";
import type { GridPosition } from "./use-roving-segments";
import { WeekGrid } from "./week-grid";
import { YearView } from "./year-view";

interface Props {
  readonly schedule: PreviewedSchedule;
  readonly place: CalendarPlace;
  readonly onPlace: (place: CalendarPlace) => void;
  readonly onEditRule?: ((id: string) => void) | undefined;
  /** The weekly hours, where the person may change them. */
  readonly editable?: EditableHours | undefined;
  readonly marks?: DayMarks | undefined;
  /** The rule whose page shows the calendar, which needs no link. */
  readonly ownRule?: string;
}

/** A schedule as a week, a month or a year, and what decides the chosen day or block. */
export const Calendar = memo(function Calendar(props: Props) {
  const { schedule, place, onPlace, onEditRule, editable, marks, ownRule } = props;
  const { t, locale, firstWeekday } = useServices();
  const { daysFrom, summaryOf, ruleName, today, minute } = schedule;
  const { view, day, chosen } = place;
  const keys = useUID();
  const first = weekStart(day, firstWeekday);
  const editing = useBlockEditing(editable, ({ weekday, range }) => {
    const on = first + mod(weekday - firstWeekday, 7);
    onPlace({ view, day, chosen: { day: on, block: { startMinute: range.start, pass: "only" } } });
  });
  const week = useMemo(() => (view === "week" ? daysFrom(first, 7) : []), [view, daysFrom, first]);

  const onDay = useStableCallback((to: number): void => {
    onPlace({ view, day: to, chosen });
  });
  const onChooseDay = useStableCallback((to: number): void => {
    onPlace({ view, day: to, chosen: { day: to, block: null } });
  });
  const onChooseBlock = (at: GridPosition): void => {
    const segment = week[at.day]?.segments[at.segment];
    if (segment !== undefined) onPlace({ view, day, chosen: { day: first + at.day, block: segment } });
  };
  const chosenIn = (): GridPosition | null => {
    if (chosen === null || chosen.block === null) return null;
    const at = chosen.day - first;
    const segment = segmentIndexOf(week[at]?.segments ?? [], chosen.block);
    return segment === -1 ? null : { day: at, segment };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing === null || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    // A text field has an undo of its own.
    if (event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (editing.pending !== null) editing.setPending(null);
    else if (key === "y" || event.shiftKey) editing.editable.onRedo();
    else editing.editable.onUndo();
  };
  const days = { day, summaryOf, ruleName, marks, today, chosen: chosen?.day ?? null };
  return (
    <CalendarStyles onKeyDown={onKeyDown}>
      <Box display="flex" flexDirection="column" rowGap="space30">
        <CalendarToolbar view={view} day={day} today={today} onDay={onDay} onJump={onChooseDay} />
        {view === "week" && (
          <WeekGrid
            days={week}
            label={describePeriod(view, day, firstWeekday, t, locale)}
            ruleName={ruleName}
            today={today}
            minute={minute}
            chosen={chosenIn()}
            onChoose={onChooseBlock}
            editing={editing}
            describedBy={keys}
          />
        )}
        {view === "month" && <MonthView {...days} onChoose={onChooseDay} onLeave={onDay} />}
        {view === "year" && <YearView {...days} onChoose={onChooseDay} onLeave={onDay} />}
        <CalendarDetails
          schedule={schedule}
          chosen={chosen}
          marks={marks}
          onEditRule={onEditRule}
          ownRule={ownRule}
          editing={view === "week" ? editing : null}
          isSticky={view !== "week"}
        />
        <Legend view={view} hasMarks={marks !== undefined} />
        {view === "week" && editing !== null && (
          <Text
            as="p"
            id={keys}
            data-screen-only=""
            fontSize="fontSize20"
            lineHeight="lineHeight20"
            color="colorTextWeak"
          >
            {t("calendar.hours.keys")}
          </Text>
        )}
      </Box>
    </CalendarStyles>
  );
});
