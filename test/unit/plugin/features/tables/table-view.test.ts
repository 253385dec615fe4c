import { pageOf, searched, sortedBy, sortedRows } from "@schedule-manager/plugin/features/tables/table-view";

const row = (name: string, size: number) => ({ name, size, searchKey: name });
type Row = ReturnType<typeof row>;
const bySize = (a: Row, b: Row): number => a.size - b.size;
const byName = (a: Row, b: Row): number => (a.name < b.name ? -1 : 1);
const ROWS = [row("c", 1), row("b", 2), row("a", 1)];
const names = (rows: readonly Row[]): string => rows.map(({ name }) => name).join("");

describe("the view of a table", () => {
  it("[TA7] a click on a column sorts by it, and a second one reverses it", () => {
    const first = sortedBy<"size" | "name">({ by: "name", descending: true }, "size");
    expect(first).toEqual({ by: "size", descending: false });
    expect(sortedBy(first, "size")).toEqual({ by: "size", descending: true });
    expect(sortedBy({ by: "size", descending: true }, "size")).toEqual(first);
  });

  it("[TA7] equal rows are in the order of their names in both directions; the given rows stay as they are", () => {
    expect(names(sortedRows(ROWS, bySize, byName, false))).toBe("acb");
    expect(names(sortedRows(ROWS, bySize, byName, true))).toBe("bac");
    expect(names(ROWS)).toBe("cba");
  });

  it("[TA4] a query without a letter finds every row", () => {
    expect(searched(ROWS, " ")).toEqual(ROWS);
    expect(names(searched(ROWS, "b"))).toBe("b");
  });

  it.each([
    [0, 1, { page: 1, pages: 1, from: 0, to: 0, count: 0 }],
    [25, 1, { page: 1, pages: 1, from: 1, to: 25, count: 25 }],
    [26, 2, { page: 2, pages: 2, from: 26, to: 26, count: 1 }],
    [26, 9, { page: 2, pages: 2, from: 26, to: 26, count: 1 }],
    [60, 0, { page: 1, pages: 3, from: 1, to: 25, count: 25 }],
    [60, 2, { page: 2, pages: 3, from: 26, to: 50, count: 25 }],
  ])("[TA7] of %d rows, page %d has 25 at most", (count, wanted, expected) => {
    const { rows, ...page } = pageOf(
      Array.from({ length: count }, (_, index) => index),
      wanted,
      25,
    );
    expect({ ...page, count: rows.length }).toEqual(expected);
    if (rows.length > 0) expect(rows[0]).toBe(page.from - 1);
  });
});
