import { Box } from "@twilio-paste/core/box";
import type { JournalEntry } from "@schedule-manager/shared/history/settled";
import { usePages } from "../../history/use-pages";
import { Message } from "../../ui/fields/message";
import { useServices } from "../../services/services";
import { PagesState } from "./pages-state";
import { PublishEntry } from "./publish-entry";
import { useHistoryVersion } from "./use-history-version";

const generationOf = ({ generation }: JournalEntry): number => generation;

/** Every publish, newest first, updated live. */
export function Publishes() {
  const { t, history } = useServices();
  const version = useHistoryVersion();
  const pages = usePages(history.journal, generationOf, version);
  return (
    <PagesState
      pages={pages}
      connected={version !== null}
      empty={<Message title={t("history.empty.title")} text={t("history.empty.text")} />}
    >
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label={t("app.tab.history")}>
        {pages.items.map((entry) => (
          <PublishEntry key={entry.publish} entry={entry} />
        ))}
      </Box>
    </PagesState>
  );
}
