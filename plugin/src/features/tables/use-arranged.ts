import { useMemo, useState } from "react";
import { arranged, type Named, type Page, pageOf, type Sorting, sortedBy } from "./arrange";

export interface Arranged<Row, Column extends string> {
  readonly query: string;
  readonly sorting: Sorting<Column>;
  /** Every row that matches, in order. */
  readonly found: readonly Row[];
  readonly shown: Page<Row>;
  readonly search: (query: string) => void;
  readonly sort: (by: Column) => void;
  readonly turnTo: (page: number) => void;
}

/** How to compare two rows by each column. */
export type Comparing<Row, Column extends string> = (
  collator: Intl.Collator,
) => Readonly<Record<Column, (a: Row, b: Row) => number>>;

/**
 * What a reader searches, sorts and turns over in a table; a new search or order begins at the first page.
 * @param first the column that orders the rows at first, and equal rows always
 */
export function useArranged<Row extends Named, Column extends string>(
  rows: readonly Row[],
  comparing: Comparing<Row, Column>,
  first: NoInfer<Column>,
  locale: string,
): Arranged<Row, Column> {
  const [query, setQuery] = useState("");
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: first, descending: false });
  const [page, setPage] = useState(1);
  const compare = useMemo(() => comparing(new Intl.Collator(locale, { numeric: true })), [comparing, locale]);
  const found = useMemo(
    () => arranged(rows, query, compare[sorting.by], compare[first], sorting.descending),
    [rows, query, compare, sorting, first],
  );
  return {
    query,
    sorting,
    found,
    shown: pageOf(found, page),
    search: (text) => {
      setQuery(text);
      setPage(1);
    },
    sort: (by) => {
      setSorting(sortedBy(sorting, by));
      setPage(1);
    },
    turnTo: setPage,
  };
}
