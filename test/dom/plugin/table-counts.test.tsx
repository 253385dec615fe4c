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
