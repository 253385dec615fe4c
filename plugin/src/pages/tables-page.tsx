import { keysOf } from "@schedule-manager/shared/collections/keys";
import { useEffect } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { Tab, TabList, TabPanel, TabPanels, Tabs, useTabState } from "@twilio-paste/core/tabs";
import { Text } from "@twilio-paste/core/text";
import { PlusIcon } from "@twilio-paste/icons/esm/PlusIcon";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { newRule } from "@schedule-manager/shared/editing/rule-form/new-rule";
import { RulesTable } from "../features/tables/rules-table";
import { SchedulesTable } from "../features/tables/schedules-table";
import { TableLoading } from "../features/tables/table-loading";
import { useServices } from "../services/services";
import { edited } from "../drafts/drafts";
import { isLoaded } from "../catalogue/live";
import { opened, tabChosen, importExportOpened } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { selectMayEdit } from "../publishing/selectors";
import { ConnectionState } from "./connection-state";
import { HistoryView } from "./history-view";

const TAB = {
  schedule: "schedule-manager-schedules",
  rule: "schedule-manager-rules",
  history: "schedule-manager-history",
} as const;
const TABS = keysOf(TAB);

/** The start page: both tables, the history, and the buttons that create items. */
export function TablesPage() {
  const { t, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  const tab = useSelector((root: RootState) => pluginState(root).navigation.tab);
  const mayEdit = useSelector(selectMayEdit);

  const tabs = useTabState({ selectedId: TAB[tab], baseId: "schedule-manager-tabs" });
  const chosen = TABS.find((each) => TAB[each] === tabs.selectedId) ?? "schedule";
  useEffect(() => {
    // The tab is in the store, so that going back from an item returns to it.
    dispatch(tabChosen(chosen));
  }, [dispatch, chosen]);

  const create = (kind: ItemKind): void => {
    const id = newKey(kind);
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const value = kind === "schedule" ? { name: "", timeZone, manualClose: false, rules: [] } : newRule();
    dispatch(edited({ kind, id, base: null, value, at: localNow() }));
    dispatch(opened({ kind, id }));
  };
  return (
    <>
      <Box display="flex" alignItems="flex-start" justifyContent="space-between" columnGap="space60">
        <Box>
          <Heading as="h1" variant="heading20" marginBottom="space0">
            {t("app.title")}
          </Heading>
          <Text as="p" color="colorTextWeak">
            {t("app.about")}
          </Text>
        </Box>
        <Box display="flex" alignItems="center" columnGap="space50" flexShrink={0}>
          <ConnectionState />
          <Button variant="secondary" onClick={() => dispatch(importExportOpened())}>
            {t("transfer.open")}
          </Button>
          {mayEdit && chosen !== "history" && (
            <Button
              variant="primary"
              onClick={() => {
                create(chosen);
              }}
            >
              <PlusIcon decorative size="sizeIcon20" />
              {t(`page.create.${chosen}`)}
            </Button>
          )}
        </Box>
      </Box>
      <Box marginTop="space60">
        <Tabs state={tabs}>
          <TabList aria-label={t("app.tabs")}>
            <Tab id={TAB.schedule}>{t("app.tab.schedules")}</Tab>
            <Tab id={TAB.rule}>{t("app.tab.rules")}</Tab>
            {mayEdit && <Tab id={TAB.history}>{t("app.tab.history")}</Tab>}
          </TabList>
          <TabPanels>
            <TabPanel>{chosen === "schedule" && (loaded ? <SchedulesTable /> : <TableLoading />)}</TabPanel>
            <TabPanel>{chosen === "rule" && (loaded ? <RulesTable /> : <TableLoading />)}</TabPanel>
            {mayEdit && (
              <TabPanel>{chosen === "history" && <HistoryView item={null} schedule={null} />}</TabPanel>
            )}
          </TabPanels>
        </Tabs>
      </Box>
    </>
  );
}
