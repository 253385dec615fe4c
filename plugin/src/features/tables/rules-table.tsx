import { Table, TBody, Th, THead, Tr } from "@twilio-paste/core/table";
import { useServices } from "../../services/services";
import { useOwnSelector } from "../../ui/use-own-selector";
import { seriousFindings } from "./problems";
import { RuleRow } from "./rule-row";
import { createRuleRowsSelector, type RuleRow as Row, shownRule } from "./rule-rows";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TableFilters } from "./table-filters";
import { TableHead } from "./table-head";
import { TablePages } from "./table-pages";
import { TableSearch } from "./table-search";
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

  const header = (column: Column, width: string) => (
    <SortHeader column={column} width={width} label={t(`rules.${column}`)} sorting={sorting} onSort={sort} />
  );

  if (rows.length === 0) return <TableEmpty kind="rules" />;
  return (
    <>
      <TableHead>
        <TableSearch label={t("table.search.rules")} query={query} onSearch={search} />
        <TableFilters filters={FILTERS} chosen={filter} counts={counts} onChoose={choose} />
      </TableHead>
      {found.length === 0 ? (
        <TableNothing query={query} onClear={clear} />
      ) : (
        <Table aria-label={t("rules.caption")} tableLayout="fixed">
          <THead>
            <Tr>
              {header("name", "24%")}
              {header("type", "17%")}
              {header("time", "18%")}
              <Th width={"27%"}>{t("rules.dates")}</Th>
              {header("usedBy", "14%")}
            </Tr>
          </THead>
          <TBody>
            {shown.rows.map((row) => (
              <RuleRow key={row.id} row={row} />
            ))}
          </TBody>
        </Table>
      )}
      <TablePages page={shown} count={found.length} onPage={turnTo} />
    </>
  );
}
