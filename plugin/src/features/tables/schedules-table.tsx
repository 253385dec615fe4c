import { useSelector } from "react-redux";
import { Table, TBody, THead, Tr } from "@twilio-paste/core/table";
import { useServices } from "../../services";
import { pluginState, type RootState } from "../../state/root";
import { ScheduleRow } from "./schedule-row";
import { type ScheduleRow as Row, selectScheduleRows } from "./schedule-rows";
import { SortHeader } from "./sort-header";
import { TableEmpty, TableNothing } from "./table-empty";
import { TablePages } from "./table-pages";
import { TableSearch } from "./table-search";
import { useArranged } from "./use-arranged";

type Column = "name" | "status" | "rules" | "timeZone" | "manualClose";

/** Open ones first, then by reason; what cannot be read comes last. */
const statusRank = ({ status }: Row): string =>
  status === null ? "2" : status.decision.isOpen ? "0" : `1${status.decision.closedReason}`;

const COLUMNS: readonly { readonly column: Column; readonly width: string }[] = [
  { column: "name", width: "20%" },
  { column: "status", width: "21%" },
  { column: "rules", width: "26%" },
  { column: "timeZone", width: "16%" },
  { column: "manualClose", width: "17%" },
];

function comparing(collator: Intl.Collator): Readonly<Record<Column, (a: Row, b: Row) => number>> {
  return {
    name: (a, b) => collator.compare(a.name, b.name),
    status: (a, b) => collator.compare(statusRank(a), statusRank(b)),
    rules: (a, b) => a.ruleNames.length - b.ruleNames.length,
    timeZone: (a, b) => collator.compare(a.item?.value?.timeZone ?? "", b.item?.value?.timeZone ?? ""),
    manualClose: (a, b) =>
      Number(b.item?.value?.manualClose ?? false) - Number(a.item?.value?.manualClose ?? false),
  };
}

/** Every schedule with what it is now. */
export function SchedulesTable() {
  const { say, locale } = useServices();
  const rows = useSelector(selectScheduleRows);
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const { query, sorting, found, shown, search, sort, turnTo } = useArranged(rows, comparing, "name", locale);

  if (rows.length === 0) return <TableEmpty kind="schedules" />;
  return (
    <>
      <TableSearch label={say("table.search.schedules")} onSearch={search} />
      {found.length === 0 ? (
        <TableNothing query={query} />
      ) : (
        <Table aria-label={say("schedules.caption")} tableLayout="fixed">
          <THead>
            <Tr>
              {COLUMNS.map(({ column, width }) => (
                <SortHeader
                  key={column}
                  column={column}
                  width={width}
                  label={say(`schedules.${column}`)}
                  sorting={sorting}
                  onSort={sort}
                />
              ))}
            </Tr>
          </THead>
          <TBody>
            {shown.rows.map((row) => (
              <ScheduleRow key={row.id} row={row} now={now} />
            ))}
          </TBody>
        </Table>
      )}
      <TablePages page={shown} count={found.length} onPage={turnTo} />
    </>
  );
}
