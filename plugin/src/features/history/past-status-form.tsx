import { useEffect, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import { DAY_MS, formatDate, MINUTE_MS } from "@schedule-manager/shared/time/civil";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { instantOf, parseSimulate } from "@schedule-manager/shared/evaluator/simulate";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Columns } from "../../ui/fields/columns";
import { Combobox } from "../../ui/fields/combobox";
import { Section } from "../../ui/fields/section";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { type PastStatusQuestion, usePastStatus } from "./use-past-status";
import { PastStatusAnswer } from "./past-status-answer";

interface Props {
  /** The schedules to choose from, or the only one. */
  readonly schedules: readonly Schedule[] | Schedule;
  /** ms since the epoch */
  readonly now: number;
}

/** Whether the wall-clock time is in the future in the schedule's zone. */
function liesAhead(schedule: Schedule, text: string, now: number): boolean {
  const label = parseSimulate(text);
  if (label.type !== "label") return false;
  const t = instantOf(compileSchedule(schedule, new Map()), label);
  return t !== null && t > now;
}

/** The current date and time in a schedule's zone, to the minute. */
function clockOf(schedule: Schedule | undefined, now: number): readonly [string, string] {
  const local = now + (zoneOf(schedule?.timeZone ?? "")?.span(now).offset ?? 0);
  const time = new Date(Math.floor(local / MINUTE_MS) * MINUTE_MS).toISOString().slice(11, 16);
  return [formatDate(Math.floor(local / DAY_MS)), time];
}

/** Asks for a schedule's status at a date and time in its zone. */
export function PastStatusForm({ schedules: given, now }: Props) {
  const single = "id" in given ? given : undefined;
  const schedules = useMemo(() => ("id" in given ? [given] : given), [given]);
  const { t, locale } = useServices();
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return [...schedules]
      .sort((a, b) => collator.compare(a.name, b.name))
      .map(({ id, name }) => ({ value: id, text: name }));
  }, [schedules, locale]);
  const [chosen, setId] = useState("");
  const id = single?.id ?? chosen;
  const [date, setDate] = useState("");
  const [time, setTime] = useState("");
  const schedule = schedules.find((one) => one.id === id);
  const complete = schedule !== undefined && date !== "" && time !== "";
  const ahead = complete && liesAhead(schedule, `${date}T${time}`, now);
  const question: PastStatusQuestion | null = complete && !ahead ? { id, text: `${date}T${time}` } : null;
  const answer = usePastStatus(question);

  // Choosing the first schedule fills in the current time of its zone.
  useEffect(() => {
    if (schedule === undefined || date !== "" || time !== "") return;
    const [today, minute] = clockOf(schedule, now);
    setDate(today);
    setTime(minute);
  }, [schedule, date, time, now]);

  return (
    <Section title={t("were.title")}>
      <Text as="p" color="colorTextWeak">
        {t("were.about")}
      </Text>
      <Columns>
        {single === undefined && (
          <Combobox
            label={t("were.schedule")}
            placeholder={t("were.schedule.placeholder")}
            value={id}
            shown={schedule?.name ?? ""}
            options={options}
            onChange={setId}
          />
        )}
        <TextField type="date" label={t("were.date")} value={date} onChange={setDate} />
        <TextField type="time" label={t("were.time")} value={time} onChange={setTime} />
      </Columns>
      <Box role="status">
        {ahead ? (
          <Text as="p">{t("were.future")}</Text>
        ) : question === null || schedule === undefined ? (
          <Text as="p" color="colorTextWeak">
            {t("were.missing")}
          </Text>
        ) : answer === "loading" ? (
          <Text as="p" color="colorTextWeak">
            {t("were.looking")}
          </Text>
        ) : answer === "failed" ? (
          <Text as="p" color="colorTextError">
            {t("history.failed")}
          </Text>
        ) : (
          <PastStatusAnswer were={answer} />
        )}
      </Box>
    </Section>
  );
}
