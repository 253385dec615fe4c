import { tableLookChanged } from "@schedule-manager/plugin/navigation/table-choices";
import { SharedRule } from "../../../plugin/src/features/rule-editor/shared-rule";
import { DeleteRulesDialog } from "../../../plugin/src/features/tables/delete-rules-dialog";
import { GroupDialog } from "../../../plugin/src/features/tables/group-dialog";
import { RulesBar } from "../../../plugin/src/features/tables/rules-bar";
import { RulesDialog } from "../../../plugin/src/features/tables/rules-dialog";
import { RulesTable } from "../../../plugin/src/features/tables/rules-table";
import { SchedulesTable } from "../../../plugin/src/features/tables/schedules-table";
import { CopyDialog } from "../../../plugin/src/ui/copy-schedules/copy-dialog";
import { RULES, SALES, SUPPORT } from "../../dom/features/items";
import { DRAFT, FULL, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const LOCKED = [{ ...SALES, name: LONG }];
const COMPACT = tableLookChanged({ isCompact: true });

/** Many items at once, and what they share. */
export const MANY: readonly Scene[] = [
  { name: "schedules: compact", Component: () => <SchedulesTable />, actions: [...FULL, DRAFT, COMPACT] },
  { name: "rules: compact", Component: RulesTable, actions: [...FULL, COMPACT] },
  {
    name: "rules: selected",
    Component: () => <RulesBar ids={new Set(["lunch", "spare"])} onClear={nothing} />,
    actions: FULL,
  },
  {
    name: "many: add rules",
    Component: () => (
      <RulesDialog
        type="add"
        schedules={[SUPPORT, SALES]}
        locked={LOCKED}
        onConfirm={nothing}
        onDismiss={nothing}
      />
    ),
    actions: FULL,
  },
  {
    name: "many: remove rules",
    Component: () => (
      <RulesDialog
        type="remove"
        schedules={[SUPPORT, SALES]}
        locked={[]}
        onConfirm={nothing}
        onDismiss={nothing}
      />
    ),
    actions: FULL,
  },
  {
    name: "many: group",
    Component: () => (
      <GroupDialog schedules={[SUPPORT, SALES]} locked={LOCKED} onConfirm={nothing} onDismiss={nothing} />
    ),
    actions: FULL,
  },
  {
    name: "many: copy",
    Component: () => <CopyDialog schedules={[SUPPORT, ...LOCKED]} onCopy={nothing} onDismiss={nothing} />,
  },
  {
    name: "many: delete rules",
    Component: () => (
      <DeleteRulesDialog
        rules={RULES.slice(0, 2)}
        schedules={[SUPPORT, SALES]}
        kept={RULES.slice(2)}
        locked={[{ id: "long", name: LONG, isOpen: true }]}
        onConfirm={nothing}
        onDismiss={nothing}
      />
    ),
  },
  {
    name: "rule: shared",
    Component: () => (
      <SharedRule schedules={[SUPPORT, { ...SALES, name: LONG }]} from={SUPPORT} onOwn={nothing} />
    ),
  },
];
