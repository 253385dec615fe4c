import { memo, useState } from "react";
import { Badge } from "@twilio-paste/core/badge";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { DAY_MS, formatDate, MINUTE_MS, parseDate, parseTime } from "@schedule-manager/shared/time/civil";
import type { CompiledSchedule } from "@schedule-manager/shared/evaluator/compile";
import { askCivilMinute } from "@schedule-manager/shared/editing/preview/ask";
import { describeStatus } from "@schedule-manager/shared/i18n/describe-status";
import { Columns } from "../../ui/fields/columns";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { isInCalendar } from "./calendar-place";
import { describeWhy } from "./segment-style";

interface Props {
  readonly schedule: CompiledSchedule;
  readonly ruleName: (id: string) => string;
  readonly today: number;
  readonly minute: number;
  /** Shows a civil day and minute of day in the calendar. */
  readonly onAsk: (day: number, minute: number) => void;
}

const timeOf = (minute: number): string => new Date(minute * MINUTE_MS).toISOString().slice(11, 16);

/** Shows the schedule's status at any date and time in its zone, and the rule that decides it. */
export const AskForm = memo(function AskForm({ schedule, ruleName, today, minute, onAsk }: Props) {
  const { t, locale } = useServices();
  const [date, setDate] = useState(() => formatDate(today));
  const [time, setTime] = useState(() => timeOf(Math.min(minute, DAY_MS / MINUTE_MS - 1)));
  const answer = date === "" || time === "" ? null : askCivilMinute(schedule, `${date}T${time}`);
  const ask = (newDate: string, newTime: string): void => {
    setDate(newDate);
    setTime(newTime);
    const [day, at] = [parseDate(newDate), parseTime(newTime)];
    if (day !== null && at !== null && isInCalendar(day)) onAsk(day, at);
  };
  return (
    <Section title={t("preview.ask")}>
      <Columns>
        <TextField
          type="date"
          label={t("preview.ask.date")}
          value={date}
          onChange={(value) => {
            ask(value, time);
          }}
        />
        <TextField
          type="time"
          label={t("preview.ask.time")}
          value={time}
          onChange={(value) => {
            ask(date, value);
          }}
        />
      </Columns>
      <Box role="status">
        {answer === null ? (
          <Text as="p" color="colorTextWeak">
            {t("preview.ask.missing")}
          </Text>
        ) : (
          <>
            <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space40" rowGap="space20">
              <Badge as="span" variant={answer.decision.isOpen ? "success" : "neutral"}>
                {describeStatus(answer.decision, locale)}
              </Badge>
              <Text as="span">{describeWhy(answer.decision, ruleName, t)}</Text>
            </Box>
            {answer.shown !== "once" && (
              <Text as="p" color="colorTextWeak" fontSize="fontSize20" marginTop="space20">
                {t(answer.shown === "skipped" ? "preview.ask.skipped" : "preview.ask.twice")}
              </Text>
            )}
          </>
        )}
      </Box>
    </Section>
  );
});
