import { memo } from "react";
import { Box } from "@twilio-paste/core/box";
import { HelpText } from "@twilio-paste/core/help-text";
import type { WeeklyHours as Hours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { formatWeekday } from "@schedule-manager/shared/i18n/format-date";
import { weekdaysFrom } from "../../i18n/week-start";
import { Section } from "../../ui/fields/section";
import { useServices } from "../../services/services";
import { DayRow } from "./day-row";

interface Props {
  readonly hours: Hours;
  /** The number of weekly open rules that other schedules share, which the grid leaves out. */
  readonly shared: number;
  readonly onChange: (hours: Hours) => void;
}

/** The ordinary hours of a week: a row per weekday, any number of openings each. */
export const WeeklyHours = memo(function WeeklyHours({ hours, shared, onChange }: Props) {
  const { t, locale, firstWeekday } = useServices();
  const set = (weekday: number, ranges: Hours[number]): void => {
    onChange(hours.map((day, index) => (index === weekday ? ranges : day)));
  };
  return (
    <Section title={t("week.title")}>
      <HelpText marginTop="space0">{t("week.about")}</HelpText>
      <Box as="ul" margin="space0" padding="space0" listStyleType="none">
        {weekdaysFrom(firstWeekday).map((weekday) => {
          const ranges = hours[weekday] ?? [];
          return (
            <DayRow
              key={weekday}
              weekday={weekday}
              day={formatWeekday(locale, weekday)}
              ranges={ranges}
              onChange={(changed) => {
                set(weekday, changed);
              }}
              onCopy={(chosen) => {
                onChange(hours.map((day, index) => (chosen & (1 << index) ? ranges : day)));
              }}
            />
          );
        })}
      </Box>
      {shared > 0 && <HelpText>{t("week.shared", { count: shared })}</HelpText>}
    </Section>
  );
});
