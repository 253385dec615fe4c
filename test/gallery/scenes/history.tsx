import { headChanged } from "@schedule-manager/plugin/catalogue/head";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { HistoryTab } from "../../../plugin/src/features/history/history-tab";
import { ItemHistory } from "../../../plugin/src/features/history/item-history";
import { PastStatusForm } from "../../../plugin/src/features/history/past-status-form";
import { NOW, SALES, SUPPORT } from "../../dom/features/items";
import { CONNECTED, FULL } from "./catalogue";
import type { Scene } from "./scene";

const IDLE = headChanged({ generation: 1, shards: 1, recent: [], publish: null });

export const HISTORY: readonly Scene[] = [
  { name: "history: loading", Component: HistoryTab, actions: FULL },
  { name: "history: can't be read", Component: HistoryTab, actions: [...FULL, CONNECTED, IDLE] },
  {
    name: "history: of a schedule",
    Component: () => (
      <ItemHistory
        kind="schedule"
        id={SUPPORT.id}
        live={stored(SUPPORT)}
        draft={undefined}
        mayRestore
        publishing={false}
      />
    ),
    actions: FULL,
  },
  {
    name: "history: past status",
    Component: () => <PastStatusForm schedules={[SUPPORT, SALES]} now={NOW} />,
    actions: FULL,
  },
];
