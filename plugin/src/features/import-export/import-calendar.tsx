import { useCallback, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { Pause } from "@schedule-manager/shared/import-export/ical/pause";
import { DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { formatPercent } from "@schedule-manager/shared/i18n/format-percent";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Alert } from "../../ui/fields/alert";
import { Columns } from "../../ui/fields/columns";
import { SelectField } from "../../ui/fields/select-field";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { ImportPreview } from "./import-preview";
import { calendarLine } from "./describe-import-warning";
import { convertCalendar, readCalendar } from "./read-calendar";
import { SchedulesField } from "./schedules-field";
import { useWork } from "./use-work";

interface Props {
  readonly bytes: Uint8Array;
  readonly schedules: readonly Schedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly onDone: () => void;
}

/** Asks for the target schedules and the kind of rule for a calendar's events, and previews the result. */
export function ImportCalendar({ bytes, schedules, now, onDone }: Props) {
  const { t, locale } = useServices();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [what, setWhat] = useState<"closed" | "open">("closed");
  const [reason, setReason] = useState(() => t("import.reason.holiday"));
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

  const read = useWork(useCallback((pause: Pause) => readCalendar(bytes, pause), [bytes]));
  const calendar = read.is === "finished" && read.result.ok ? read.result : null;
  const convert = useMemo(
    () =>
      calendar === null || zone === null
        ? null
        : (pause: Pause) =>
            convertCalendar(calendar, { timeZone: zone, from: today, isOpen: what === "open" }, pause),
    [calendar, zone, today, what],
  );
  const converted = useWork(convert);
  // The reason is no part of the work: it is put into the rules as it is typed.
  const closedReason = what === "closed" ? reason.trim() : "";
  const imported = useMemo(() => {
    if (converted.is !== "finished" || !converted.result.ok) return null;
    const { rules, listed } = converted.result;
    const own = closedReason === "" ? rules : rules.map((rule) => ({ ...rule, closedReason }));
    return {
      configuration: addRules({ rules: [], schedules: chosen }, own, new Set(ids)),
      lines: listed.map((entry) => calendarLine(entry, t, locale)),
    };
  }, [converted, closedReason, chosen, ids, t, locale]);
  const running = [read, converted].find((work) => work.is === "running");
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      <SchedulesField schedules={schedules} chosen={ids} onChange={setIds} error={error} />
      <Columns>
        <SelectField
          label={t("import.what")}
          value={what}
          options={[
            { value: "closed", text: t("import.what.closed") },
            { value: "open", text: t("import.what.open") },
          ]}
          onChange={setWhat}
        />
        {what === "closed" && <TextField label={t("import.reason")} value={reason} onChange={setReason} />}
      </Columns>
      {running?.is === "running" && (
        <Text as="p" role="status">
          {running.done === 0
            ? t("import.reading")
            : t("import.progress", { percent: formatPercent(locale, running.done) })}
        </Text>
      )}
      {[read, converted].some((work) => work.is === "failed") && (
        <Alert variant="error">{t("import.failed")}</Alert>
      )}
      {read.is === "finished" && !read.result.ok && (
        <Alert variant="error">{t(`import.calendar.${read.result.code}`)}</Alert>
      )}
      {imported !== null && (
        <ImportPreview imported={imported.configuration} lines={imported.lines} onDone={onDone} />
      )}
    </Box>
  );
}
