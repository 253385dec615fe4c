import { useEffect, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { ImportedCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { DAY_MS, formatDate } from "@schedule-manager/shared/time/civil";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { formatList } from "@schedule-manager/shared/i18n/format-list";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Alert } from "../../ui/fields/alert";
import { Columns } from "../../ui/fields/columns";
import { SelectField } from "../../ui/fields/select-field";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { ImportPreview } from "./import-preview";
import { calendarLine } from "./describe-import-warning";
import { readCalendar } from "./read-calendar";
import { SchedulesField } from "./schedules-field";

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
  const [read, setRead] = useState<ImportedCalendar | "failed" | null>(null);
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

  useEffect(() => {
    setRead(null);
    if (zone === null) return undefined;
    let here = true;
    const options = {
      timeZone: zone,
      from: today,
      isOpen: what === "open",
      ...(reason.trim() === "" ? {} : { closedReason: reason.trim() }),
    };
    readCalendar(bytes, options).then(
      (calendar) => {
        if (here) setRead(calendar);
      },
      () => {
        if (here) setRead("failed");
      },
    );
    return () => {
      here = false;
    };
  }, [bytes, zone, today, what, reason]);

  const imported = useMemo(
    () =>
      read === null || read === "failed" || !read.ok
        ? null
        : {
            configuration: addRules({ rules: [], schedules: chosen }, read.rules, new Set(ids)),
            lines: read.listed.map((entry) => calendarLine(entry, t, locale)),
          },
    [read, chosen, ids, t, locale],
  );
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
      {zone !== null && read === null && <Text as="p">{t("import.reading")}</Text>}
      {read === "failed" && <Alert variant="error">{t("import.failed")}</Alert>}
      {read !== null && read !== "failed" && !read.ok && (
        <Alert variant="error">{t(`import.calendar.${read.code}`)}</Alert>
      )}
      {imported !== null && (
        <ImportPreview imported={imported.configuration} lines={imported.lines} onDone={onDone} />
      )}
    </Box>
  );
}
