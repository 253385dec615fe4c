import { fireEvent, screen } from "@testing-library/react";
import { TableSearch } from "../../../plugin/src/features/tables/table-search";
import { show } from "../features/render";

describe("the search of a table", () => {
  it("[TA4] a typed query is applied when the person leaves the page at once", () => {
    const searched = jest.fn();
    const { unmount } = show(<TableSearch label="Search" query="old" onSearch={searched} />);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "new" } });
    expect(searched).not.toHaveBeenCalled();
    unmount();
    expect(searched.mock.calls).toEqual([["new"]]);
  });

  it("[TA4] an untouched search field applies no query", () => {
    const searched = jest.fn();
    show(<TableSearch label="Search" query="old" onSearch={searched} />).unmount();
    expect(searched).not.toHaveBeenCalled();
  });
});
