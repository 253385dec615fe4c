import { useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { HelpText } from "@twilio-paste/core/help-text";
import { DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import { rangeProblem } from "@schedule-manager/shared/evaluator/range";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { exportCalendar } from "@schedule-manager/shared/import-export/ical/export-calendar";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { instantOf, parseSimulate } from "@schedule-manager/shared/evaluator/simulate";
import { Columns } from "../../ui/fields/columns";
import { Combobox } from "../../ui/fields/combobox";
import { SelectField } from "../../ui/fields/select-field";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { download, fileName } from "../../ui/download";

const YEAR_DAYS = 365;

/** The start of a day in the schedule's zone, ms since the epoch; null: invalid date or zone. */
function beginOf(schedule: Schedule, date: string): number | null {
  const label = parseSimulate(date);
  return label.type === "label" ? instantOf(compileSchedule(schedule, new Map()), label) : null;
}

interface Props {
  readonly configuration: Configuration;
  /** ms since the epoch */
  readonly now: number;
}

/** Exports a schedule's openings or closures in a range of days as a calendar file. */
export function ExportCalendar({ configuration, now }: Props) {
  const { t, locale } = useServices();
  const { schedules, rules } = configuration;
  const today = Math.floor(now / DAY_MS);
  const [id, setId] = useState("");
  const [what, setWhat] = useState<"openings" | "closures">("openings");
  const [first, setFirst] = useState(() => formatDate(today));
  const [last, setLast] = useState(() => formatDate(today + YEAR_DAYS));
  const [isEmpty, setIsEmpty] = useState(false);
  const options = useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    return schedules
      .map((schedule) => ({ value: schedule.id, text: schedule.name }))
      .sort((a, b) => collator.compare(a.text, b.text));
  }, [schedules, locale]);
  const schedule = schedules.find((one) => one.id === id);
  const from = schedule === undefined ? null : beginOf(schedule, first);
  const lastBegins = schedule === undefined ? null : beginOf(schedule, last);
  // The range includes its last day.
  const to =
    schedule === undefined || lastBegins === null
      ? null
      : beginOf(schedule, formatDate(Math.floor(Date.parse(last) / DAY_MS) + 1));
  const isReversed = from !== null && to !== null && to <= from;
  const isTooLong = from !== null && to !== null && rangeProblem(from, to) === "range-too-long";
  const rangeError = isReversed ? t("export.range") : isTooLong ? t("export.range.century") : undefined;

  const save = (): void => {
    if (schedule === undefined || from === null || to === null) return;
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const calendar = exportCalendar(schedule, byId, { what, from, to, now });
    setIsEmpty(calendar === null);
    if (calendar !== null) download(fileName(schedule.name, "ics"), "text/calendar", calendar);
  };
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setIsEmpty(false);
      set(value);
    };
  return (
    <Box display="flex" flexDirection="column" rowGap="space50">
      <Heading as="h3" variant="heading40" marginBottom="space0">
        {t("export.calendar")}
      </Heading>
      <Columns>
        <Combobox
          label={t("export.schedule")}
          placeholder={t("were.schedule.placeholder")}
          value={id}
          shown={schedule?.name ?? ""}
          options={options}
          onChange={change(setId)}
        />
        <SelectField
          label={t("export.what")}
          value={what}
          options={[
            { value: "openings", text: t("export.what.openings") },
            { value: "closures", text: t("export.what.closures") },
          ]}
          onChange={change(setWhat)}
        />
      </Columns>
      <Columns>
        <TextField type="date" label={t("export.from")} value={first} onChange={change(setFirst)} />
        <TextField
          type="date"
          label={t("export.to")}
          value={last}
          error={rangeError}
          onChange={change(setLast)}
        />
      </Columns>
      <Box>
        <Button
          variant="secondary"
          disabled={schedule === undefined || from === null || to === null || rangeError !== undefined}
          onClick={save}
        >
          {t("export.calendar.download")}
        </Button>
        <Box role="status">
          {isEmpty && schedule !== undefined && (
            <HelpText variant="warning">{t(`export.nothing.${what}`, { name: schedule.name })}</HelpText>
          )}
        </Box>
      </Box>
    </Box>
  );
}
