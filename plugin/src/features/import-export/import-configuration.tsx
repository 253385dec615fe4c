import { type ReactElement, useMemo, useState } from "react";
import { Box } from "@twilio-paste/core/box";
import { ListItem, UnorderedList } from "@twilio-paste/core/list";
import { Text } from "@twilio-paste/core/text";
import {
  importConfiguration,
  lacksZone,
} from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { Alert } from "../../ui/fields/alert";
import { TextField } from "../../ui/fields/text-field";
import { useServices } from "../../services/services";
import { configurationLine } from "./describe-import-warning";
import { ImportPreview } from "./import-preview";

interface Props {
  readonly json: unknown;
  readonly onDone: () => void;
}

/** Previews a configuration, and asks for the time zone of a file without one. */
export function ImportConfiguration({ json, onDone }: Props): ReactElement {
  const { t, locale } = useServices();
  const [zone, setZone] = useState("");
  const asks = lacksZone(json);
  const isKnown = zoneOf(zone.trim()) !== null;
  const imported = useMemo(
    () => (asks ? (isKnown ? importConfiguration(json, zone.trim()) : null) : importConfiguration(json)),
    [json, asks, isKnown, zone],
  );
  const lines = useMemo(
    () => (imported?.ok ? imported.listed.map((entry) => configurationLine(entry, t, locale)) : []),
    [imported, t, locale],
  );
  return (
    <Box display="flex" flexDirection="column" rowGap="space60">
      {asks && (
        <Box maxWidth="size40">
          <TextField
            label={t("import.zone")}
            help={t("import.zone.help")}
            value={zone}
            error={zone.trim() === "" || isKnown ? undefined : t("import.zone.unknown")}
            onChange={setZone}
          />
        </Box>
      )}
      {imported?.ok && <ImportPreview imported={imported.configuration} lines={lines} onDone={onDone} />}
      {imported?.ok === false && (
        <Alert variant="error">
          <Text as="p">{t("import.notConfiguration")}</Text>
          <UnorderedList marginBottom="space0">
            {imported.problems.map(({ place, message }) => (
              <ListItem key={`${place} ${message}`}>
                {`${place === "" ? t("import.wholeFile") : place}: ${message}`}
              </ListItem>
            ))}
          </UnorderedList>
        </Alert>
      )}
    </Box>
  );
}
