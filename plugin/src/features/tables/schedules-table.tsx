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
import { ScheduleRow } from "./schedule-row";
import { type ScheduleRow as Row, createScheduleRowsSelector } from "./schedule-rows";
import { BulkBar } from "./bulk-bar";
import { seriousFindings } from "./problems";
import { SelectBox } from "./select-cell";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TableFilters } from "./table-filters";
import { TableHead } from "./table-head";
import { TablePages } from "./table-pages";
import { TableSearch } from "./table-search";
import { useTableView } from "./use-table-view";
import { useSelection } from "./use-selection";

type Column = "name" | "status" | "rules" | "timeZone" | "manualClose";

/** Open schedules first, then by reason; invalid ones last. */
const statusRank = ({ status }: Row): string =>
  status === null ? "2" : status.decision.isOpen ? "0" : `1${status.decision.closedReason}`;

const COLUMNS: readonly { readonly column: Column; readonly width: string }[] = [
  { column: "name", width: "20%" },
  { column: "status", width: "21%" },
  { column: "rules", width: "26%" },
  { column: "timeZone", width: "16%" },
  { column: "manualClose", width: "17%" },
];

const isClosable = ({ item }: Row): boolean => item !== undefined && item.value !== null;
const isManual = ({ status }: Row): boolean =>
  status?.decision.closedReason === REASON_MANUAL && status.decision.ruleId === null;

const TABLE = {
  kind: "schedule",
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
  const { query, filter, sorting, counts, found, shown, search, choose, sort, turnTo, clear } = useTableView<
    Row,
    Column,
    keyof (typeof TABLE)["filters"]
  >(rows, TABLE, locale);
  const mayToggle = useSelector(selectMayToggle);
  const mayEdit = useSelector(selectMayEdit);
  const closable = useMemo(() => new Set(rows.filter(isClosable).map(({ id }) => id)), [rows]);
  const selection = useSelection(closable);
  const { ids } = selection;
  const selectableIds = found.filter(isClosable);
  const all = selectableIds.length > 0 && selectableIds.every(({ id }) => ids.has(id));

  if (rows.length === 0) return <>{empty}</>;
  return (
    <>
      <TableHead>
        <TableSearch label={t("table.search.schedules")} query={query} onSearch={search} />
        <TableFilters filters={FILTERS} chosen={filter} counts={counts} onChoose={choose} />
      </TableHead>
      {mayToggle && ids.size > 0 && (
        <BulkBar
          items={rows.flatMap(({ id, item }) => (item !== undefined && ids.has(id) ? [item] : []))}
          now={now}
          onClear={selection.clear}
        />
      )}
      {found.length === 0 ? (
        <TableNothing query={query} onClear={clear} />
      ) : (
        <Table aria-label={t("schedules.caption")} tableLayout="fixed">
          <THead>
            <Tr>
              {mayToggle && (
                <Th width="size10">
                  <SelectBox
                    label={t("bulk.selectAll")}
                    checked={all}
                    some={selectableIds.some(({ id }) => ids.has(id))}
                    onChange={(to) => {
                      if (to) selection.selectAll(selectableIds.map(({ id }) => id));
                      else selection.clear();
                    }}
                  />
                </Th>
              )}
              {COLUMNS.map(({ column, width }) => (
                <SortHeader
                  key={column}
                  column={column}
                  width={width}
                  label={t(`schedules.${column}`)}
                  sorting={sorting}
                  onSort={sort}
                />
              ))}
              {mayEdit && (
                <Th width="size10">
                  <ScreenReaderOnly>{t("schedules.actions")}</ScreenReaderOnly>
                </Th>
              )}
            </Tr>
          </THead>
          <TBody>
            {shown.rows.map((row) => (
              <ScheduleRow
                key={row.id}
                row={row}
                now={now}
                isSelected={ids.has(row.id)}
                onSelect={mayToggle ? selection.select : null}
                mayEdit={mayEdit}
              />
            ))}
          </TBody>
        </Table>
      )}
      <TablePages page={shown} count={found.length} onPage={turnTo} />
    </>
  );
}
