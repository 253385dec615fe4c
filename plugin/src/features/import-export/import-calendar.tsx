import { useCallback, useEffect, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { ImportedCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { RunSteps } from "@schedule-manager/shared/import-export/ical/steps";
import { DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import { REASON_HOLIDAY, type Schedule } from "@schedule-manager/shared/model/model";
import {
  type CalendarChoice,
  defaultChoice,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import { withHours } from "@schedule-manager/shared/import-export/ical/with-hours";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { formatPercent } from "@schedule-manager/shared/i18n/format-percent";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Alert } from "../../ui/fields/alert";
import { Columns } from "../../ui/fields/columns";
import { SchedulesField } from "../../ui/fields/schedules-field";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { ChooseEvents } from "./choose-events";
import { ImportPreview } from "./import-preview";
import { calendarLine } from "./describe-import-warning";
import { convertCalendar, type ReadCalendar, readCalendar } from "./read-calendar";
import { useWork } from "./use-work";

interface Props {
  readonly bytes: Uint8Array;
  readonly schedules: readonly Schedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly onDone: () => void;
}

interface Choosing {
  readonly of: ReadCalendar;
  readonly choice: CalendarChoice;
}

/** Asks for the target schedules, the events and what they do, and previews the result. */
export function ImportCalendar({ bytes, schedules, now, onDone }: Props) {
  const { t, locale } = useServices();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [hours, setHours] = useState({ startTime: "", endTime: "" });
  const [reason, setReason] = useState<string>(REASON_HOLIDAY);
  const chosen = useMemo(() => schedules.filter(({ id }) => ids.includes(id)), [schedules, ids]);
  const zones = [...new Set(chosen.map(({ timeZone }) => timeZone))];
  const [timeZone = ""] = zones;
  const error =
    zones.length > 1
      ? t("import.schedules.zones", { zones: formatList(locale, zones) })
      : timeZone !== "" && zoneOf(timeZone) === null
        ? t("import.schedules.unknownZone", { zone: timeZone })
        : undefined;
  const zone = error === undefined && timeZone !== "" ? timeZone : null;
  const today = formatDate(Math.floor(now / DAY_MS));

  const read = useWork(useCallback((run: RunSteps) => readCalendar(bytes, run), [bytes]));
  const calendar = read.type === "finished" && read.result.ok ? read.result : null;
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const usual = useMemo(() => (calendar === null ? null : defaultChoice(calendar.grouped)), [calendar]);
  // Another file starts from its own defaults.
  const choice = choosing !== null && choosing.of === calendar ? choosing.choice : usual;
  const change = useCallback(
    (next: (choice: CalendarChoice) => CalendarChoice) => {
      setChoosing((now) => {
        if (calendar === null || usual === null) return now;
        return { of: calendar, choice: next(now?.of === calendar ? now.choice : usual) };
      });
    },
    [calendar, usual],
  );
  const convert = useMemo(
    () =>
      calendar === null || choice === null || zone === null
        ? null
        : (run: RunSteps) => convertCalendar(calendar, choice, { timeZone: zone, from: today }, run),
    [calendar, choice, zone, today],
  );
  const converted = useWork(convert);
  // While a changed choice is converted, the preview of the former stays, so that the page does not jump.
  const [latest, setLatest] = useState<Extract<ImportedCalendar, { ok: true }> | null>(null);
  useEffect(() => {
    if (converted.type === "finished") setLatest(converted.result);
    else if (converted.type !== "running") setLatest(null);
  }, [converted]);
  // Reason and hours are no part of the work: they are put into the rules as they are typed.
  const closedReason = reason.trim();
  const imported = useMemo(() => {
    if (latest === null) return null;
    const { rules, listed } = latest;
    const reasoned = rules.map((rule) =>
      rule.isOpen || closedReason === "" ? rule : { ...rule, closedReason },
    );
    const own = hours.startTime === "" && hours.endTime === "" ? reasoned : withHours(reasoned, hours);
    return {
      configuration: addRules({ rules: [], schedules: chosen }, own, new Set(ids)),
      lines: listed.map((entry) => calendarLine(entry, t, locale)),
    };
  }, [latest, closedReason, hours, chosen, ids, t, locale]);
  const groups = (isOpen: boolean) =>
    (calendar?.grouped.groups ?? []).filter(
      ({ id, entries }) =>
        choice?.opens.has(id) === isOpen && entries.some((entry) => choice.entries.has(entry.id)),
    );
  const running = [read, converted].find((work) => work.type === "running");
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      <SchedulesField
        label={t("import.schedules")}
        help={t("import.schedules.help")}
        schedules={schedules}
        chosen={ids}
        onChange={setIds}
        error={error}
      />
      {calendar !== null && choice !== null && (
        <ChooseEvents groups={calendar.grouped.groups} choice={choice} onChange={change} />
      )}
      <Columns>
        {groups(false).length > 0 && (
          <TextField label={t("import.reason")} value={reason} onChange={setReason} />
        )}
        {groups(true).length > 0 && (
          <TextField
            type="time"
            label={t("import.hours.from")}
            help={t("import.hours.help")}
            value={hours.startTime}
            onChange={(startTime) => {
              setHours({ ...hours, startTime });
            }}
          />
        )}
        {groups(true).length > 0 && (
          <TextField
            type="time"
            label={t("import.hours.until")}
            value={hours.endTime}
            onChange={(endTime) => {
              setHours({ ...hours, endTime });
            }}
          />
        )}
      </Columns>
      {running?.type === "running" && (
        <Text as="p" role="status">
          {running.done === 0
            ? t("import.reading")
            : t("import.progress", { percent: formatPercent(locale, running.done) })}
        </Text>
      )}
      {[read, converted].some((work) => work.type === "failed") && (
        <Alert variant="error">{t("import.failed")}</Alert>
      )}
      {read.type === "finished" && !read.result.ok && (
        <Alert variant="error">{t(`import.calendar.${read.result.code}`)}</Alert>
      )}
      {imported !== null && (
        <ImportPreview
          imported={imported.configuration}
          lines={imported.lines}
          onDone={onDone}
          isBusy={converted.type !== "finished" || converted.result !== latest}
        />
      )}
    </Box>
  );
}
