import type { ComponentProps } from "react";
import { Box } from "@twilio-paste/core/box";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { HistoryTab } from "../features/history/history-tab";
import { ItemHistory } from "../features/history/item-history";
import { PastStatusOfSchedule } from "../features/history/past-status-of-schedule";
import { useTranslate } from "../services/services";
import { Section } from "../ui/fields/section";

interface Props {
  /** null: the history of everything. */
  readonly item: ComponentProps<typeof ItemHistory> | null;
  /** The live schedule; null: none. */
  readonly schedule: Schedule | null;
}

/** The history of one item, or of everything: a chunk that loads when it is first shown. */
export function HistoryContent({ item, schedule }: Props) {
  const t = useTranslate();
  if (item === null) return <HistoryTab />;
  return (
    <Box display="flex" flexDirection="column" rowGap="space70">
      {item.kind === "schedule" && <PastStatusOfSchedule id={item.id} live={schedule} />}
      <Section title={t("history.published")}>
        <ItemHistory {...item} />
      </Section>
    </Box>
  );
}
