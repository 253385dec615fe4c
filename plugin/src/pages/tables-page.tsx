import { keysOf } from "@schedule-manager/shared/collections/keys";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Button } from "@twilio-paste/core/button";
import { Heading } from "@twilio-paste/core/heading";
import { Tab, TabPanel, TabPanels, Tabs, useTabState } from "@twilio-paste/core/tabs";
import { Text } from "@twilio-paste/core/text";
import { PlusIcon } from "@twilio-paste/icons/esm/PlusIcon";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { newRule } from "@schedule-manager/shared/editing/rule-form/new-rule";
import { RulesTable } from "../features/tables/rules-table";
import { SchedulesTable } from "../features/tables/schedules-table";
import { TabRow } from "./tab-row";
import { TableLoading } from "../features/tables/table-loading";
import { useServices } from "../services/services";
import { edited } from "../drafts/drafts";
import { isLoaded } from "../catalogue/live";
import { importExportOpened, opened, tabChosen } from "../navigation/navigation";
import type { Tab as TabName } from "../navigation/page";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import {
  selectIsViewer,
  selectMayEdit,
  selectMayToggle,
  selectMayViewHistory,
} from "../publishing/selectors";
import { ConnectionState } from "./connection-state";
import { FirstRun } from "./first-run";
import { HistoryView } from "./history-view";

const TAB = {
  schedule: "schedule-manager-schedules",
  rule: "schedule-manager-rules",
  history: "schedule-manager-history",
} as const;
const TABS = keysOf(TAB);

/** The start page: both tables, the history, and the buttons that create items. */
export function TablesPage({ tab }: { readonly tab: TabName }) {
  const { t, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const loaded = useSelector((root: RootState) => isLoaded(pluginState(root).live));
  const mayEdit = useSelector(selectMayEdit);
  const mayToggle = useSelector(selectMayToggle);
  const isViewer = useSelector(selectIsViewer);
  const mayViewHistory = useSelector(selectMayViewHistory);

  const tabs = useTabState({ baseId: "schedule-manager-tabs" });
  const chosen = tab === "history" && !mayViewHistory ? "schedule" : tab;
  const state: typeof tabs = {
    ...tabs,
    // The page's address decides, so that Back returns to the tab.
    selectedId: TAB[chosen],
    select: (id) => {
      tabs.move(id);
      const to = TABS.find((each) => TAB[each] === id);
      if (to !== undefined) dispatch(tabChosen(to));
    },
  };

  const create = (kind: ItemKind): void => {
    const id = newKey(kind);
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const value = kind === "schedule" ? { name: "", timeZone, manualClose: false, rules: [] } : newRule();
    dispatch(edited({ kind, id, base: null, value, at: localNow() }));
    dispatch(opened({ kind, id }));
  };
  return (
    <>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="flex-start"
        justifyContent="space-between"
        columnGap="space60"
        rowGap="space40"
      >
        <Box>
          <Heading as="h1" variant="heading20" marginBottom="space0">
            {t("app.title")}
          </Heading>
          <Text as="p" color="colorTextWeak">
            {t(isViewer ? "app.readOnly" : "app.about")}
          </Text>
        </Box>
        <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space50" rowGap="space30">
          <ConnectionState />
          {mayToggle && (
            <Button variant="secondary" data-opens="transfer" onClick={() => dispatch(importExportOpened())}>
              {t("transfer.open")}
            </Button>
          )}
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
        <Tabs state={state}>
          <TabRow state={state} label={t("app.tabs")}>
            <Tab id={TAB.schedule}>{t("app.tab.schedules")}</Tab>
            <Tab id={TAB.rule}>{t("app.tab.rules")}</Tab>
            {mayViewHistory && <Tab id={TAB.history}>{t("app.tab.history")}</Tab>}
          </TabRow>
          <TabPanels>
            <TabPanel>
              {chosen === "schedule" &&
                (loaded ? (
                  <SchedulesTable {...(mayEdit ? { empty: <FirstRun /> } : {})} />
                ) : (
                  <TableLoading />
                ))}
            </TabPanel>
            <TabPanel>{chosen === "rule" && (loaded ? <RulesTable /> : <TableLoading />)}</TabPanel>
            {mayViewHistory && (
              <TabPanel>{chosen === "history" && <HistoryView item={null} schedule={null} />}</TabPanel>
            )}
          </TabPanels>
        </Tabs>
      </Box>
    </>
  );
}
