import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { UIDFork } from "@twilio-paste/core/uid-library";
import { DraftBar } from "../features/publish/draft-bar";
import { OtherPublish } from "../features/publish/other-publish";
import { PublishFailures } from "../features/publish/publish-failures";
import { useRestoredFocus } from "../ui/fields/use-kept-focus";
import { UndoBar } from "../ui/manual-close/undo-bar";
import { useServices } from "../services/services";
import type { Page } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { ConnectionProblem } from "./connection-problem";
import { HistoryPage } from "./history-page";
import { RulePage } from "./rule-page";
import { SchedulePage } from "./schedule-page";
import { TablesPage } from "./tables-page";
import { ImportExportPage } from "./import-export-page";

function Open({ page }: { readonly page: Page }) {
  if (page.type === "tables") return <TablesPage />;
  if (page.type === "transfer") return <ImportExportPage />;
  if (page.type === "history")
    return <HistoryPage key={`${page.kind}:${page.id}`} kind={page.kind} id={page.id} />;
  // The key resets the form's local state when another item opens.
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
  // All pages share one scroll container, so a new page starts at the top.
  useLayoutEffect(() => {
    const { current } = main;
    if (current === null) return;
    current.scrollTop = 0;
    // The pressed control is unmounted; the focus moves to the new page's heading for keyboard users.
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
      {/* Below the scrolling area: Flex shows its own notifications over the top of a view. */}
      <Box flexShrink={0} maxHeight="40%" overflowY="auto" paddingX="space80">
        <ConnectionProblem />
        <OtherPublish />
        <PublishFailures />
      </Box>
      <UndoBar />
      <DraftBar />
    </Box>
  );
}

/** The view behind the side link, which composes the features. */
export function ScheduleManagerView() {
  return (
    // Flex's own Paste also numbers its ids from 1; the prefix keeps them apart.
    <UIDFork prefix="schedule-manager-">
      <Content />
    </UIDFork>
  );
}
