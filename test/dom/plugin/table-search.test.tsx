import { act, fireEvent, screen } from "@testing-library/react";
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

  it("[TA4] the table is searched once, when typing pauses, with the last text", () => {
    jest.useFakeTimers();
    const searched = jest.fn();
    const { unmount } = show(<TableSearch label="Search" query="old" onSearch={searched} />);
    const field = screen.getByLabelText("Search");
    const type = (value: string): void => void fireEvent.change(field, { target: { value } });
    const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms));
    expect(field).toHaveValue("old");
    expect(field).toHaveAttribute("placeholder", "Search");
    type("n");
    pass(100);
    type("ne");
    pass(100);
    expect(searched).not.toHaveBeenCalled();
    expect(field).toHaveValue("ne");
    pass(100);
    expect(searched.mock.calls).toEqual([["ne"]]);
    // The table's own query is shown again.
    expect(field).toHaveValue("old");
    type("");
    expect(field).toHaveValue("");
    pass(200);
    unmount();
    pass(200);
    expect(searched.mock.calls).toEqual([["ne"], [""]]);
    jest.useRealTimers();
  });
});
