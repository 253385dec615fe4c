import { fireEvent, screen } from "@testing-library/react";
import { TablePages } from "../../../../plugin/src/features/tables/table-pages";
import { show } from "../render";

/** The controls below a table of 250 rows on three pages. */
function controls(page: number, pages = 3) {
  const chosen: number[] = [];
  const from = (page - 1) * 100 + 1;
  const of = { page, pages, rows: [], from, to: Math.min(250, from + 99) };
  show(<TablePages page={of} count={250} onPage={(next) => chosen.push(next)} />);
  const arrow = (name: string) => screen.getByRole("button", { name });
  return { chosen, back: () => arrow("Previous page"), forth: () => arrow("Next page") };
}

describe("the pages of a table", () => {
  it("[TA7] the arrows lead to the page before and after, and the label names the rows", () => {
    const { chosen, back, forth } = controls(2);
    expect(screen.getByText("101–200 of 250")).toBeVisible();
    fireEvent.click(back());
    fireEvent.click(forth());
    expect(chosen).toEqual([1, 3]);
  });

  it.each([
    [1, ["Next page"]],
    [2, ["Previous page", "Next page"]],
    [3, ["Previous page"]],
  ])("[TA7] on page %d the arrows %j can be pressed", (page, expected) => {
    controls(page);
    const names = ["Previous page", "Next page"];
    expect(names.filter((name) => screen.queryByRole("button", { name }) !== null)).toEqual(expected);
  });

  it("[TA7] a table of one page has no controls", () => {
    show(
      <TablePages
        page={{ page: 1, pages: 1, rows: [], from: 1, to: 3 }}
        count={3}
        onPage={() => undefined}
      />,
    );
    expect(screen.queryByRole("button")).toBeNull();
  });
});
