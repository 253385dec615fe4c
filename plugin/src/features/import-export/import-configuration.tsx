import { type ReactElement, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import {
  importConfiguration,
  lacksZone,
} from "@schedule-manager/shared/import-export/configuration/import-configuration";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { Alert } from "../../ui/fields/alert";
import { ZoneField } from "../../ui/fields/zone-field";
import { useServices } from "../../services/services";
import { configurationLine } from "./describe-import-warning";
import { ImportPreview } from "./import-preview";

interface Props {
  readonly json: unknown;
  readonly schedules: readonly Schedule[];
  /** ms since the epoch */
  readonly now: number;
  readonly onDone: () => void;
}

/** Previews a configuration, and asks for the time zone of a file without one. */
export function ImportConfiguration({ json, schedules, now, onDone }: Props): ReactElement {
  const { t, locale } = useServices();
  const [zone, setZone] = useState("");
  // A file with errors is refused before its time zone is asked for.
  const isValid = useMemo(() => importConfiguration(json, "UTC").ok, [json]);
  const asks = isValid && lacksZone(json);
  const inUse = useMemo(() => [...new Set(schedules.map(({ timeZone }) => timeZone))], [schedules]);
  const imported = useMemo(
    () => (asks ? (zone === "" ? null : importConfiguration(json, zone)) : importConfiguration(json)),
    [json, asks, zone],
  );
  const lines = useMemo(
    () => (imported?.ok ? imported.listed.map((entry) => configurationLine(entry, t, locale)) : []),
    [imported, t, locale],
  );
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      {asks && (
        <Box maxWidth="size40">
          <ZoneField value={zone} help={t("import.zone.help")} now={now} inUse={inUse} onChange={setZone} />
        </Box>
      )}
      {imported?.ok && <ImportPreview imported={imported.configuration} lines={lines} onDone={onDone} />}
      {imported?.ok === false && (
        <Alert variant="error">
          <Text as="p">{t("import.notConfiguration")}</Text>
          <UnorderedList marginBottom="space0">
            {imported.problems.map(({ place, message }) => (
              <ListItem key={`${place} ${message}`}>
                {(place === "" ? t("import.wholeFile") : place) + t("text.colon") + message}
              </ListItem>
            ))}
          </UnorderedList>
        </Alert>
      )}
    </Box>
  );
}
