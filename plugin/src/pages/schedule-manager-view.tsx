import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { UIDFork } from "@twilio-paste/core/uid-library";
import { DraftBar } from "../features/publish/draft-bar";
import { OtherPublish } from "../features/publish/other-publish";
import { PublishFailures } from "../features/publish/publish-failures";
import { useRestoredFocus } from "../ui/fields/use-kept-focus";
import { useServices } from "../services/services";
import type { Page } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { ConnectionProblem } from "./connection-problem";
import { HistoryPage } from "./history-page";
import { RulePage } from "./rule-page";
import { SchedulePage } from "./schedule-page";
import { TablesPage } from "./tables-page";
import { TransferPage } from "./import-export-page";

function Open({ page }: { readonly page: Page }) {
  if (page.at === "tables") return <TablesPage />;
  if (page.at === "transfer") return <TransferPage />;
  if (page.at === "history")
    return <HistoryPage key={`${page.kind}:${page.id}`} kind={page.kind} id={page.id} />;
  // Another item is another form: nothing of the last one may stay in its fields.
  return page.kind === "schedule" ? (
    <SchedulePage key={page.id} id={page.id} />
  ) : (
    <RulePage key={page.id} id={page.id} />
  );
}

function Content() {
  const { connect, followFindings, noteActivity, locale } = useServices();
  const page = useSelector((root: RootState) => pluginState(root).navigation.page);
  const main = useRef<HTMLElement | null>(null);
  const [head, setHead] = useState<HTMLElement | null>(null);
  useEffect(() => {
    setHead(main.current);
  }, []);
  useRestoredFocus(head?.parentElement ?? null, head);
  const shown = useRef<Page | null>(null);
  useEffect(connect, [connect]);
  useEffect(followFindings, [followFindings]);
  useEffect(noteActivity, [noteActivity]);
  // Pages share what scrolls: the next one begins at its head, wherever the last one was.
  useLayoutEffect(() => {
    const { current } = main;
    if (current === null) return;
    current.scrollTop = 0;
    // What was pressed is gone: whoever works by keyboard goes on from the head of the new page.
    const isMove = shown.current !== null && shown.current !== page;
    shown.current = page;
    if (isMove && !current.contains(document.activeElement)) current.focus();
  }, [page]);
  return (
    <Box
      lang={locale}
      display="flex"
      flexDirection="column"
      width="100%"
      height="100%"
      backgroundColor="colorBackgroundBody"
      onKeyDownCapture={noteActivity}
      onPointerDownCapture={noteActivity}
    >
      <Box
        ref={main}
        as="main"
        tabIndex={-1}
        outline="none"
        flexGrow={1}
        minHeight="size0"
        overflowY="auto"
        paddingX="space80"
        paddingY="space70"
      >
        <Open page={page} />
      </Box>
      {/* Below what scrolls: Flex lays its own notifications over the head of a view. */}
      <Box flexShrink={0} maxHeight="40%" overflowY="auto" paddingX="space80">
        <ConnectionProblem />
        <OtherPublish />
        <PublishFailures />
      </Box>
      <DraftBar />
    </Box>
  );
}

/** The view behind the side link: it puts the features together. */
export function ScheduleManagerView() {
  return (
    // Flex has a Paste of its own that counts its ids from 1 as well: without a prefix, labels would meet.
    <UIDFork prefix="schedule-manager-">
      <Content />
    </UIDFork>
  );
}
