import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Section } from "../../ui/fields/section";
import { useTranslate, useSelectors } from "../../services/services";
import { Publishes } from "./publishes";
import { PastStatusForm } from "./past-status-form";
import { useMinute } from "../../ui/use-minute";

/** The question about a past status, and the list of publishes. */
export function HistoryTab() {
  const { selectSchedules } = useSelectors();
  const t = useTranslate();
  const schedules = useSelector(selectSchedules);
  const now = useMinute();
  return (
    <Box display="flex" flexDirection="column" rowGap="space70" paddingTop="space30">
      <PastStatusForm schedules={schedules} now={now} />
      <Section title={t("history.published")}>
        <Publishes />
      </Section>
    </Box>
  );
}
