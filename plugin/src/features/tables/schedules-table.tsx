import { type ReactNode, useMemo } from "react";
import { useSelector } from "react-redux";
import { ScreenReaderOnly } from "@twilio-paste/core/screen-reader-only";
import { Table, TBody, Th, THead, Tr } from "@twilio-paste/core/table";
import { REASON_MANUAL } from "@schedule-manager/shared/model/model";
import { useServices } from "../../services/services";
import { useOwnSelector } from "../../ui/use-own-selector";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import { selectMayEdit, selectMayToggle } from "../../publishing/selectors";
import { RowsInSlices } from "./rows-in-slices";
import { ScheduleRow } from "./schedule-row";
import { type ScheduleRow as Row, createScheduleRowsSelector } from "./schedule-rows";
import { BulkBar } from "./bulk-bar";
import { seriousFindings } from "./problems";
import { GroupFilter } from "./group-filter";
import { SelectAll } from "./select-all";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TableFilters } from "./table-filters";
import { TableHead } from "./table-head";
import { Cards } from "./cards";
import { CompactRows } from "./table-cell";
import { TableFooter } from "./table-footer";
import { TableSearch } from "./table-search";
import { useTableView } from "./use-table-view";
import { useSelection } from "./use-selection";

type Column = "name" | "status" | "rules" | "timeZone" | "manualClose";

/** Open schedules first, then by reason; invalid ones last. */
const statusRank = ({ status }: Row): string =>
  status === null ? "2" : status.decision.isOpen ? "0" : `1${status.decision.closedReason}`;

interface ColumnWidth {
  readonly column: Column;
  readonly width: string;
  /** In compact rows, where a name has its badges beside it. */
  readonly compact: string;
}

const COLUMNS: readonly ColumnWidth[] = [
  { column: "name", width: "20%", compact: "25%" },
  { column: "status", width: "21%", compact: "24%" },
  { column: "rules", width: "26%", compact: "19%" },
  { column: "timeZone", width: "16%", compact: "17%" },
  { column: "manualClose", width: "17%", compact: "15%" },
];

const isManual = ({ status }: Row): boolean =>
  status?.decision.closedReason === REASON_MANUAL && status.decision.ruleId === null;

const TABLE = {
  kind: "schedule",
  groupOf: ({ group }: Row) => group,
  filters: {
    all: () => true,
    open: ({ status }: Row) => status?.decision.isOpen === true,
    closed: ({ status }: Row) => status?.decision.isOpen === false,
    manual: isManual,
    problems: ({ findings, item, draft }: Row) =>
      seriousFindings(findings).length > 0 || (item?.value === null && draft === undefined),
    drafts: ({ draft }: Row) => draft !== undefined,
  },
  comparing: (collator: Intl.Collator) => ({
    name: (a: Row, b: Row) => collator.compare(a.name, b.name),
    status: (a: Row, b: Row) => collator.compare(statusRank(a), statusRank(b)),
    rules: (a: Row, b: Row) => a.ruleNames.length - b.ruleNames.length,
    timeZone: (a: Row, b: Row) =>
      collator.compare(a.item?.value?.timeZone ?? "", b.item?.value?.timeZone ?? ""),
    manualClose: (a: Row, b: Row) => Number(isManual(b)) - Number(isManual(a)),
  }),
} as const;

const FILTERS = [
  ["all", "table.filter.all"],
  ["open", "schedules.filter.open"],
  ["closed", "schedules.filter.closed"],
  ["manual", "schedules.filter.manual"],
  ["problems", "table.filter.problems"],
  ["drafts", "table.filter.drafts"],
] as const;

interface Props {
  /** Shown instead of a table without schedules. */
  readonly empty?: ReactNode;
}

/** The table of all schedules with their current status. */
export function SchedulesTable({ empty = <TableEmpty kind="schedules" /> }: Props) {
  const { t, locale } = useServices();
  const rows = useOwnSelector(createScheduleRowsSelector);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const view = useTableView<Row, Column, keyof (typeof TABLE)["filters"]>(rows, TABLE, locale);
  const { query, filter, group, sorting, counts, found, shown } = view;
  const { isCompact } = useSelector((root: RootState) => pluginState(root).tableChoices.look);
  const mayToggle = useSelector(selectMayToggle);
  const mayEdit = useSelector(selectMayEdit);
  const readable = useMemo(() => new Set(rows.flatMap((row) => (row.isReadable ? row.id : []))), [rows]);
  const selection = useSelection(readable);
  const { ids } = selection;
  const groups = useMemo(() => rows.map((row) => row.group), [rows]);

  if (rows.length === 0) return <>{empty}</>;
  return (
    <CompactRows value={isCompact}>
      <TableHead>
        <TableSearch label={t("table.search.schedules")} query={query} onSearch={view.search} />
        <TableFilters filters={FILTERS} chosen={filter} counts={counts} onChoose={view.choose} />
        <GroupFilter groups={groups} chosen={group} onChoose={view.chooseGroup} />
      </TableHead>
      {mayToggle && ids.size > 0 && (
        <BulkBar
          ids={ids}
          items={rows.flatMap(({ id, item }) => (item !== undefined && ids.has(id) ? [item] : []))}
          now={now}
          onClear={selection.clear}
        />
      )}
      {found.length === 0 ? (
        <TableNothing query={query} onClear={view.clear} />
      ) : (
        <Cards>
          <Table role="table" aria-label={t("schedules.caption")} tableLayout="fixed">
            <THead role="rowgroup">
              <Tr role="row">
                {mayToggle && (
                  <SelectAll
                    label={t("bulk.selectAll")}
                    ids={found.flatMap((row) => (row.isReadable ? row.id : []))}
                    selection={selection}
                  />
                )}
                {COLUMNS.map(({ column, width, compact }) => (
                  <SortHeader
                    key={column}
                    column={column}
                    width={isCompact ? compact : width}
                    label={t(`schedules.${column}`)}
                    sorting={sorting}
                    onSort={view.sort}
                  />
                ))}
                {mayEdit && (
                  <Th role="columnheader" width="4rem">
                    <ScreenReaderOnly>{t("schedules.actions")}</ScreenReaderOnly>
                  </Th>
                )}
              </Tr>
            </THead>
            <TBody role="rowgroup">
              <RowsInSlices key={shown.page} rows={shown.rows}>
                {(row) => (
                  <ScheduleRow
                    key={row.id}
                    row={row}
                    now={now}
                    isSelected={ids.has(row.id)}
                    onSelect={mayToggle ? selection.select : null}
                    mayEdit={mayEdit}
                  />
                )}
              </RowsInSlices>
            </TBody>
          </Table>
        </Cards>
      )}
      <TableFooter page={shown} count={found.length} onPage={view.turnTo} />
    </CompactRows>
  );
}
