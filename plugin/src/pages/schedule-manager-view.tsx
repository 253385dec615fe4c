import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { UIDFork } from "@twilio-paste/core/uid-library";
import { DraftBar } from "../features/publish/draft-bar";
import { OtherPublish } from "../features/publish/other-publish";
import { PublishFailures } from "../features/publish/publish-failures";
import { useRestoredFocus } from "../ui/fields/use-kept-focus";
import { FocusHome } from "../ui/fields/use-returned-focus";
import { NoticeBar } from "../ui/notice-bar";
import { ScreenStyles } from "../ui/styles/screen-styles";
import { UndoBar } from "../ui/undo-bar";
import { useServices } from "../services/services";
import type { AddressBar } from "../navigation/address-bar";
import type { Page } from "../navigation/page";
import type { Visit } from "../navigation/visit";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { ConnectionProblem } from "./connection-problem";
import { ItemView } from "./item-view";
import { KnownItem } from "./known-item";
import { UnknownPage } from "./unknown-page";
import { type Positions, usePosition } from "./use-position";
import { HistoryPage } from "./history-page";
import { TablesPage } from "./tables-page";
import { ImportExportPage } from "./import-export-page";

function Open({ page }: { readonly page: Page }) {
  if (page.type === "tables") return <TablesPage tab={page.tab} />;
  if (page.type === "unknown") return <UnknownPage of="page" />;
  if (page.type === "transfer") return <ImportExportPage />;
  if (page.type === "history")
    return <HistoryPage key={`${page.kind}:${page.id}`} kind={page.kind} id={page.id} />;
  // The key resets the form's local state when another item opens.
  return (
    <KnownItem key={`${page.kind}:${page.id}`} kind={page.kind} id={page.id}>
      <ItemView kind={page.kind} id={page.id} />
    </KnownItem>
  );
}

interface Props {
  readonly addressBar: AddressBar;
  /** The address that the browser shows. */
  readonly visit: Visit;
  readonly positions: Positions;
}

function Content({ addressBar, visit, positions }: Props) {
  const { connect, followFindings, noteActivity, locale } = useServices();
  const page = useSelector((root: RootState) => pluginState(root).navigation.page);
  const main = useRef<HTMLElement | null>(null);
  const [head, setHead] = useState<HTMLElement | null>(null);
  useEffect(() => {
    setHead(main.current);
  }, []);
  useRestoredFocus(head?.parentElement ?? null, head);
  const position = usePosition(main, positions);
  useLayoutEffect(() => addressBar.follow(), [addressBar]);
  useLayoutEffect(() => {
    addressBar.visit(visit);
  }, [addressBar, visit]);
  useEffect(connect, [connect]);
  useEffect(followFindings, [followFindings]);
  useEffect(noteActivity, [noteActivity]);
  return (
    <FocusHome.Provider value={head}>
      <Box
        lang={locale}
        data-schedule-manager="view"
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
          onScroll={position.onScroll}
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
        {/* Below the scrolling area, where it covers nothing. */}
        <Box flexShrink={0} maxHeight="40%" overflowY="auto" paddingX="space80" data-bar="">
          <ConnectionProblem />
          <OtherPublish />
          <PublishFailures />
        </Box>
        <NoticeBar />
        <UndoBar />
        <DraftBar />
      </Box>
    </FocusHome.Provider>
  );
}

/** The view behind the side link, which composes the features. */
export function ScheduleManagerView(props: Props) {
  return (
    // Flex's own Paste also numbers its ids from 1; the prefix keeps them apart.
    <UIDFork prefix="schedule-manager-">
      <ScreenStyles />
      <Content {...props} />
    </UIDFork>
  );
}
