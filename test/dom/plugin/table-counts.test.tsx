import { Provider } from "react-redux";
import { fireEvent, screen } from "@testing-library/react";
import { tableViewChanged } from "@schedule-manager/plugin/navigation/table-views";
import { TableFilters } from "../../../plugin/src/features/tables/table-filters";
import { useTableView } from "../../../plugin/src/features/tables/use-table-view";
import { flexLikeStore } from "../../unit/plugin/store";
import { show } from "../features/render";

interface Row {
  readonly searchKey: string;
  readonly isOpen: boolean;
}

const ROWS: readonly Row[] = [
  { searchKey: "sales berlin", isOpen: true },
  { searchKey: "sales paris", isOpen: false },
  { searchKey: "support", isOpen: true },
];
const TABLE = {
  kind: "schedule",
  filters: { all: () => true, open: ({ isOpen }: Row) => isOpen, closed: ({ isOpen }: Row) => !isOpen },
  comparing: (collator: Intl.Collator) => ({
    name: (a: Row, b: Row) => collator.compare(a.searchKey, b.searchKey),
  }),
} as const;
const FILTERS = [
  ["all", "table.filter.all"],
  ["open", "schedules.filter.open"],
  ["closed", "schedules.filter.closed"],
] as const;

function Scene() {
  const view = useTableView<Row, "name", "open" | "closed">(ROWS, TABLE, "en-US");
  return (
    <>
      <TableFilters filters={FILTERS} chosen={view.filter} counts={view.counts} onChoose={view.choose} />
      <p>{view.found.map(({ searchKey }) => searchKey).join("; ")}</p>
    </>
  );
}

it("[TA6] the filters count the rows that the search leaves", () => {
  const store = flexLikeStore();
  store.dispatch(tableViewChanged({ kind: "schedule", to: { query: "sales" } }));
  show(
    <Provider store={store}>
      <Scene />
    </Provider>,
  );
  for (const name of ["All (2)", "Open (1)", "Closed (1)"])
    expect(screen.getByRole("button", { name })).toBeInTheDocument();
  expect(screen.getByText("sales berlin; sales paris")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Closed (1)" }));
  expect(screen.getByText("sales paris")).toBeInTheDocument();
});

it("[AD1] an address with a filter or a column that the table lacks shows all rows by name, numbers by size", () => {
  const store = flexLikeStore();
  const to = { filter: "nonsense", by: "nonsense", group: "nonsense" };
  store.dispatch(tableViewChanged({ kind: "schedule", to }));
  const rows = ["line 10", "support", "line 2"].map((searchKey) => ({ searchKey, isOpen: true }));
  function Numbered() {
    const { found, filter, sorting, group } = useTableView<Row, "name", "open" | "closed">(
      rows,
      TABLE,
      "en-US",
    );
    return (
      <p>{[...found.map(({ searchKey }) => searchKey), filter, sorting.by, String(group)].join("; ")}</p>
    );
  }
  show(
    <Provider store={store}>
      <Numbered />
    </Provider>,
  );
  expect(screen.getByText("line 2; line 10; support; all; name; null")).toBeInTheDocument();
});
