import { useSelector } from "react-redux";
import { Table, TBody, Th, THead, Tr } from "@twilio-paste/core/table";
import { useServices } from "../../services";
import { RuleRow } from "./rule-row";
import { type RuleRow as Row, selectRuleRows, shownRule } from "./rule-rows";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TablePages } from "./table-pages";
import { TableSearch } from "./table-search";
import { useArranged } from "./use-arranged";

type Column = "name" | "type" | "time" | "usedBy";

function typeRank(row: Row): string {
  const value = shownRule(row);
  return value === null ? "2" : value.isOpen ? "0" : `1${value.closedReason ?? ""}`;
}

function comparing(collator: Intl.Collator): Readonly<Record<Column, (a: Row, b: Row) => number>> {
  return {
    name: (a, b) => collator.compare(a.name, b.name),
    type: (a, b) => collator.compare(typeRank(a), typeRank(b)),
    time: (a, b) => (shownRule(a)?.startTime ?? "").localeCompare(shownRule(b)?.startTime ?? ""),
    usedBy: (a, b) => b.usedBy.length - a.usedBy.length,
  };
}

/** Every rule of the library. */
export function RulesTable() {
  const { say, locale } = useServices();
  const rows = useSelector(selectRuleRows);
  const { query, sorting, found, shown, search, sort, turnTo } = useArranged(rows, comparing, "name", locale);

  const header = (column: Column, width: string) => (
    <SortHeader
      column={column}
      width={width}
      label={say(`rules.${column}`)}
      sorting={sorting}
      onSort={sort}
    />
  );

  if (rows.length === 0) return <TableEmpty kind="rules" />;
  return (
    <>
      <TableSearch label={say("table.search.rules")} onSearch={search} />
      {found.length === 0 ? (
        <TableNothing query={query} />
      ) : (
        <Table aria-label={say("rules.caption")} tableLayout="fixed">
          <THead>
            <Tr>
              {header("name", "24%")}
              {header("type", "17%")}
              {header("time", "18%")}
              <Th width={"27%"}>{say("rules.dates")}</Th>
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
