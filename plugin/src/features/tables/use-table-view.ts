import { isOneOf, keysOf } from "@schedule-manager/shared/collections/keys";
import { useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import type { TableView } from "../../navigation/table-view";
import { tableViewChanged } from "../../navigation/table-views";
import { type Named, type Page, pageOf, searched, type Sorting, sortedBy, sortedRows } from "./table-view";

export interface TableRows<Row, Column extends string, Filter extends string> {
  readonly query: string;
  readonly filter: Filter;
  /** Empty: the rows without a group; null: all. */
  readonly group: string | null;
  readonly sorting: Sorting<Column>;
  /** The number of rows of each filter that the search leaves. */
  readonly counts: Readonly<Record<Filter, number>>;
  /** Every matching row, sorted. */
  readonly found: readonly Row[];
  readonly shown: Page<Row>;
  readonly search: (query: string) => void;
  readonly choose: (filter: Filter) => void;
  readonly chooseGroup: (group: string | null) => void;
  readonly sort: (by: Column) => void;
  readonly turnTo: (page: number) => void;
  /** Clears the search and the filters. */
  readonly clear: () => void;
}

export interface Table<Row, Column extends string, Filter extends string> {
  readonly kind: ItemKind;
  /** Compares two rows by each column; `name` orders equal rows. */
  readonly comparing: (
    collator: Intl.Collator,
  ) => Readonly<Record<Column | "name", (a: Row, b: Row) => number>>;
  readonly filters: Readonly<Record<Filter | "all", (row: Row) => boolean>>;
  /** A row's group, empty without one; undefined: rows have no groups. */
  readonly groupOf?: (row: Row) => string;
}

/** The search, filter, sorting and page of a table. */
export function useTableView<Row extends Named, Column extends string, Filter extends string>(
  rows: readonly Row[],
  { kind, comparing, filters, groupOf }: Table<Row, Column, Filter>,
  locale: string,
): TableRows<Row, Column | "name", Filter | "all"> {
  const dispatch = useDispatch();
  const view = useSelector((root: RootState) => pluginState(root).tableViews[kind]);
  const { pageSize } = useSelector((root: RootState) => pluginState(root).tableChoices.look);
  const compare = useMemo(() => comparing(new Intl.Collator(locale, { numeric: true })), [comparing, locale]);
  const filter = isOneOf(keysOf(filters), view.filter) ? view.filter : "all";
  const by = isOneOf(keysOf(compare), view.by) ? view.by : "name";
  const { query, descending, page } = view;

  // The last row of a remembered group may be gone, which is no reason for an empty table.
  const group = useMemo(
    () => (groupOf !== undefined && rows.some((row) => groupOf(row) === view.group) ? view.group : null),
    [rows, groupOf, view.group],
  );
  const matching = useMemo(() => {
    const found = searched(rows, query);
    return groupOf === undefined || group === null ? found : found.filter((row) => groupOf(row) === group);
  }, [rows, query, groupOf, group]);
  const counts = useMemo(() => {
    const names = keysOf(filters);
    // `fromEntries` types every key as any text.
    return Object.fromEntries(
      names.map((name) => [name, matching.reduce((sum, row) => sum + Number(filters[name](row)), 0)]),
    ) as Record<Filter | "all", number>;
  }, [matching, filters]);
  const found = useMemo(
    () => sortedRows(matching.filter(filters[filter]), compare[by], compare.name, descending),
    [matching, filters, filter, compare, by, descending],
  );
  const arrange = (to: Partial<TableView>): void => {
    dispatch(tableViewChanged({ kind, to }));
  };
  return {
    query,
    filter,
    group,
    sorting: { by, descending },
    counts,
    found,
    shown: pageOf(found, page, pageSize),
    search: (text) => {
      arrange({ query: text });
    },
    choose: (to) => {
      arrange({ filter: to });
    },
    chooseGroup: (to) => {
      arrange({ group: to });
    },
    sort: (column) => {
      arrange(sortedBy({ by, descending }, column));
    },
    turnTo: (to) => {
      arrange({ page: to });
    },
    clear: () => {
      arrange({ query: "", filter: "all", group: null });
    },
  };
}
