import { useSelector } from "react-redux";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { RootState } from "@schedule-manager/plugin/store/root";
import { BulkBar } from "../../../plugin/src/features/tables/bulk-bar";
import { RulesTable } from "../../../plugin/src/features/tables/rules-table";
import { SchedulesTable } from "../../../plugin/src/features/tables/schedules-table";
import { TableLoading } from "../../../plugin/src/features/tables/table-loading";
import { FirstRun } from "../../../plugin/src/pages/first-run";
import { FirstScheduleDialog } from "../../../plugin/src/pages/first-schedule-dialog";
import { NOW, RULES, SUPPORT } from "../../dom/features/items";
import { catalogue, DRAFT, FULL, nothing } from "./catalogue";
import type { Scene } from "./scene";

const CLOSED = {
  ...SUPPORT,
  id: "closed",
  name: "Closed until Monday",
  manualClose: true,
  manualCloseUntil: "2026-09-07T13:00:00Z",
  manualNote: "Power cut",
};
const BROKEN = { ...SUPPORT, id: "broken", name: "Broken", timeZone: "Mars/Olympus" };

export const TABLES: readonly Scene[] = [
  { name: "schedules: filled in", Component: () => <SchedulesTable />, actions: FULL },
  {
    name: "schedules: closed, broken and edited",
    Component: () => <SchedulesTable />,
    actions: [...catalogue([SUPPORT, CLOSED, BROKEN], RULES), DRAFT],
  },
  { name: "schedules: empty", Component: () => <SchedulesTable />, actions: catalogue([], []) },
  { name: "schedules: first run", Component: FirstRun, actions: catalogue([], []) },
  {
    name: "schedules: first schedule",
    Component: () => <FirstScheduleDialog onClose={nothing} />,
    actions: catalogue([], []),
  },
  { name: "rules: filled in", Component: RulesTable, actions: FULL },
  { name: "rules: empty", Component: RulesTable, actions: catalogue([], []) },
  { name: "table: loading", Component: TableLoading },
  {
    name: "schedules: selected",
    Component: () => {
      const { entities } = useSelector((root: RootState) => pluginState(root).live.schedules);
      const items = Object.values(entities).flatMap((item) => item ?? []);
      const ids = new Set(items.map(({ id }) => id));
      return <BulkBar ids={ids} items={items} now={NOW} onClear={nothing} />;
    },
    actions: FULL,
  },
];
