import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Section } from "../../fields/section";
import { useTranslate } from "../../services";
import { pluginState, type RootState } from "../../state/root";
import { selectSchedules } from "../../state/select";
import { Publishes } from "./publishes";
import { WereForm } from "./were-form";

/** Whether one was open then, and every publish. */
export function HistoryTab() {
  const t = useTranslate();
  const schedules = useSelector(selectSchedules);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  return (
    <Box display="flex" flexDirection="column" rowGap="space70" paddingTop="space30">
      <WereForm schedules={schedules} now={now} />
      <Section title={t("history.published")}>
        <Publishes />
      </Section>
    </Box>
  );
}
