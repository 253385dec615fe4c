import { useMemo } from "react";
import { useSelector } from "react-redux";
import { Table, TBody, Th, THead, Tr } from "@twilio-paste/core/table";
import { pluginState } from "../../catalogue/root";
import { selectMayToggle } from "../../publishing/selectors";
import type { RootState } from "../../store/root";
import { useServices } from "../../services/services";
import { useOwnSelector } from "../../ui/use-own-selector";
import { seriousFindings } from "./problems";
import { RowsInSlices } from "./rows-in-slices";
import { RuleRow } from "./rule-row";
import { createRuleRowsSelector, isReadableRule, type RuleRow as Row, shownRule } from "./rule-rows";
import { RulesBar } from "./rules-bar";
import { SelectAll } from "./select-all";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TableFilters } from "./table-filters";
import { TableHead } from "./table-head";
import { Cards } from "./cards";
import { CompactRows } from "./table-cell";
import { TableFooter } from "./table-footer";
import { TableSearch } from "./table-search";
import { useSelection } from "./use-selection";
import { useTableView } from "./use-table-view";

type Column = "name" | "type" | "time" | "usedBy";

function typeRank(row: Row): string {
  const value = shownRule(row);
  return value === null ? "2" : value.isOpen ? "0" : `1${value.closedReason ?? ""}`;
}

const TABLE = {
  kind: "rule",
  filters: {
    all: () => true,
    open: (row: Row) => shownRule(row)?.isOpen === true,
    closed: (row: Row) => shownRule(row)?.isOpen === false,
    exceptions: (row: Row) => Boolean(shownRule(row)?.exception),
    unused: ({ usedBy, referredBy }: Row) => usedBy.length + referredBy.length === 0,
    problems: (row: Row) => seriousFindings(row.findings).length > 0 || shownRule(row) === null,
    drafts: ({ draft }: Row) => draft !== undefined,
  },
  comparing: (collator: Intl.Collator) => ({
    name: (a: Row, b: Row) => collator.compare(a.name, b.name),
    type: (a: Row, b: Row) => collator.compare(typeRank(a), typeRank(b)),
    time: (a: Row, b: Row) => (shownRule(a)?.startTime ?? "").localeCompare(shownRule(b)?.startTime ?? ""),
    usedBy: (a: Row, b: Row) => b.usedBy.length - a.usedBy.length,
  }),
} as const;

const FILTERS = [
  ["all", "table.filter.all"],
  ["open", "rules.filter.open"],
  ["closed", "rules.filter.closed"],
  ["exceptions", "rules.filter.exceptions"],
  ["unused", "rules.filter.unused"],
  ["problems", "table.filter.problems"],
  ["drafts", "table.filter.drafts"],
] as const;

/** The table of all rules. */
export function RulesTable() {
  const { t, locale } = useServices();
  const rows = useOwnSelector(createRuleRowsSelector);
  const { query, filter, sorting, counts, found, shown, search, choose, sort, turnTo, clear } = useTableView<
    Row,
    Column,
    keyof (typeof TABLE)["filters"]
  >(rows, TABLE, locale);
  const { isCompact } = useSelector((root: RootState) => pluginState(root).tableChoices.look);
  const mayToggle = useSelector(selectMayToggle);
  const readable = useMemo(() => new Set(rows.filter(isReadableRule).map(({ id }) => id)), [rows]);
  const selection = useSelection(readable);

  const header = (column: Column, width: string) => (
    <SortHeader column={column} width={width} label={t(`rules.${column}`)} sorting={sorting} onSort={sort} />
  );

  if (rows.length === 0) return <TableEmpty kind="rules" />;
  return (
    <CompactRows value={isCompact}>
      <TableHead>
        <TableSearch label={t("table.search.rules")} query={query} onSearch={search} />
        <TableFilters filters={FILTERS} chosen={filter} counts={counts} onChoose={choose} />
      </TableHead>
      {mayToggle && selection.ids.size > 0 && <RulesBar ids={selection.ids} onClear={selection.clear} />}
      {found.length === 0 ? (
        <TableNothing query={query} onClear={clear} />
      ) : (
        <Cards>
          <Table role="table" aria-label={t("rules.caption")} tableLayout="fixed">
            <THead role="rowgroup">
              <Tr role="row">
                {mayToggle && (
                  <SelectAll
                    label={t("bulk.selectAll.rules")}
                    ids={found.filter(isReadableRule).map(({ id }) => id)}
                    selection={selection}
                  />
                )}
                {header("name", "24%")}
                {header("type", "17%")}
                {header("time", "18%")}
                <Th role="columnheader" width="27%">
                  {t("rules.dates")}
                </Th>
                {header("usedBy", "14%")}
              </Tr>
            </THead>
            <TBody role="rowgroup">
              <RowsInSlices key={shown.page} rows={shown.rows}>
                {(row) => (
                  <RuleRow
                    key={row.id}
                    row={row}
                    isSelected={selection.ids.has(row.id)}
                    onSelect={mayToggle ? selection.select : null}
                  />
                )}
              </RowsInSlices>
            </TBody>
          </Table>
        </Cards>
      )}
      <TableFooter page={shown} count={found.length} onPage={turnTo} />
    </CompactRows>
  );
}
