import { useEffect, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Input } from "@twilio-paste/core/input";
import { Text } from "@twilio-paste/core/text";
import { ChevronLeftIcon } from "@twilio-paste/icons/esm/ChevronLeftIcon";
import { ChevronRightIcon } from "@twilio-paste/icons/esm/ChevronRightIcon";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { useServices } from "../../services/services";
import { type CalendarView, describePeriod, isInCalendar, turned } from "./calendar-place";

interface Props {
  readonly view: CalendarView;
  readonly day: number;
  readonly today: number;
  readonly onDay: (day: number) => void;
  /** Goes to a day and chooses it. */
  readonly onJump: (day: number) => void;
}

/** The period that the calendar shows, and the ways to another one. */
export function CalendarToolbar({ view, day, today, onDay, onJump }: Props) {
  const { t, locale, firstWeekday } = useServices();
  const [date, setDate] = useState(() => formatDate(day));
  useEffect(() => {
    setDate(formatDate(day));
  }, [day]);
  const turn = (by: number): void => {
    onDay(turned(view, day, by));
  };
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      justifyContent="space-between"
      columnGap="space40"
      rowGap="space20"
    >
      <Text as="div" fontWeight="fontWeightSemibold" aria-live="polite">
        {describePeriod(view, day, firstWeekday, t, locale)}
      </Text>
      <Box display="flex" alignItems="center" columnGap="space20">
        <Box width="10rem">
          <Input
            type="date"
            aria-label={t("calendar.goTo")}
            title={t("calendar.goTo")}
            value={date}
            onChange={({ currentTarget: { value } }) => {
              setDate(value);
              const to = parseDate(value);
              if (to !== null && isInCalendar(to)) onJump(to);
            }}
          />
        </Box>
        <Button
          variant="secondary"
          size="small"
          onClick={() => {
            onDay(today);
          }}
        >
          {t("calendar.today")}
        </Button>
        <Button
          variant="secondary_icon"
          size="icon_small"
          onClick={() => {
            turn(-1);
          }}
        >
          <ChevronLeftIcon decorative={false} title={t(`calendar.previous.${view}`)} />
        </Button>
        <Button
          variant="secondary_icon"
          size="icon_small"
          onClick={() => {
            turn(1);
          }}
        >
          <ChevronRightIcon decorative={false} title={t(`calendar.next.${view}`)} />
        </Button>
      </Box>
    </Box>
  );
}
