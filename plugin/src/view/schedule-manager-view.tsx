import { useEffect } from "react";
import { useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Heading } from "@twilio-paste/core/heading";
import { Tab, TabList, TabPanel, TabPanels, Tabs } from "@twilio-paste/core/tabs";
import { Text } from "@twilio-paste/core/text";
import { UIDFork } from "@twilio-paste/core/uid-library";
import { PublishFailures } from "../features/publish/publish-failures";
import { RulesTable } from "../features/tables/rules-table";
import { SchedulesTable } from "../features/tables/schedules-table";
import { TableLoading } from "../features/tables/table-loading";
import { useServices } from "../services";
import { isLoaded } from "../state/live";
import { pluginState, type RootState } from "../state/root";
import { ConnectionProblem } from "./connection-problem";
import { ConnectionState } from "./connection-state";

function Content() {
  const { say, connect } = useServices();
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  useEffect(connect, [connect]);
  return (
    <Box
      as="main"
      width="100%"
      height="100%"
      overflowY="auto"
      backgroundColor="colorBackgroundBody"
      paddingX="space80"
      paddingY="space70"
    >
      <Box display="flex" alignItems="flex-start" justifyContent="space-between" columnGap="space60">
        <Box>
          <Heading as="h1" variant="heading20" marginBottom="space0">
            {say("app.title")}
          </Heading>
          <Text as="p" color="colorTextWeak">
            {say("app.about")}
          </Text>
        </Box>
        <ConnectionState />
      </Box>
      <Box marginTop="space60">
        <ConnectionProblem />
        <PublishFailures />
        <Tabs selectedId="schedule-manager-schedules" baseId="schedule-manager-tabs">
          <TabList aria-label={say("app.tabs")}>
            <Tab id="schedule-manager-schedules">{say("app.tab.schedules")}</Tab>
            <Tab id="schedule-manager-rules">{say("app.tab.rules")}</Tab>
          </TabList>
          <TabPanels>
            <TabPanel>{loaded ? <SchedulesTable /> : <TableLoading />}</TabPanel>
            <TabPanel>{loaded ? <RulesTable /> : <TableLoading />}</TabPanel>
          </TabPanels>
        </Tabs>
      </Box>
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
