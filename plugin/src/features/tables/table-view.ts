import { matches } from "../../i18n/search-key";

export interface Sorting<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

/** The sorting after a click on a column header: that column, or its reverse. */
export const sortedBy = <Column extends string>(now: Sorting<Column>, column: Column): Sorting<Column> => ({
  by: column,
  descending: now.by === column && !now.descending,
});

/** A row that can be searched. */
export interface Named {
  readonly searchKey: string;
}

/** The rows that match the query. */
export const searched = <Row extends Named>(rows: readonly Row[], query: string): readonly Row[] =>
  query.trim() === "" ? rows : rows.filter((row) => matches(row.searchKey, query));

/** Sorts rows; equal ones by name. */
export function sortedRows<Row>(
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
  byName: (a: Row, b: Row) => number,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b) || byName(a, b));
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** From 1, limited to the existing pages. */
  readonly page: number;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** @param size rows per page */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const start = (page - 1) * size;
  const shown = rows.slice(start, start + size);
  return { rows: shown, page, pages, from: shown.length === 0 ? 0 : start + 1, to: start + shown.length };
}
