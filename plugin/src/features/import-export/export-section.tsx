import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { HelpText } from "@twilio-paste/core/help-text";
import { Heading } from "@twilio-paste/core/heading";
import { formatDate, DAY_MS } from "@schedule-manager/shared/time/civil";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import { Section } from "../../ui/fields/section";
import { useServices } from "../../services/services";
import { download } from "../../ui/download";
import { ExportCalendar } from "./export-calendar";

interface Props {
  /** The live catalogue. */
  readonly configuration: Configuration;
  /** ms since the epoch */
  readonly now: number;
}

/** Exports everything as JSON, or the hours of a schedule as a calendar. */
export function ExportSection({ configuration, now }: Props) {
  const { t } = useServices();
  return (
    <Section title={t("export.title")}>
      <Box maxWidth="size50" display="flex" flexDirection="column" alignItems="flex-start" rowGap="space30">
        <Heading as="h3" variant="heading40" marginBottom="space0">
          {t("export.all")}
        </Heading>
        <Button
          variant="secondary"
          onClick={() => {
            const name = `schedules-${formatDate(Math.floor(now / DAY_MS))}.json`;
            download(name, "application/json", exportConfiguration(configuration));
          }}
        >
          {t("export.all.download")}
        </Button>
        <HelpText>{t("export.all.about")}</HelpText>
      </Box>
      <ExportCalendar configuration={configuration} now={now} />
    </Section>
  );
}
