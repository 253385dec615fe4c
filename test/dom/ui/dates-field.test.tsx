import { fireEvent, screen } from "@testing-library/react";
import { DatesField } from "../../../plugin/src/ui/fields/dates-field";
import { show } from "../features/render";

const DATES = Array.from({ length: 14 }, (_, n) => `2026-12-${String(n + 10)}`);
const items = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent ?? "");

function field(dates: readonly string[]) {
  const changes: (readonly string[])[] = [];
  show(<DatesField label="Also on" dates={dates} onChange={(next) => changes.push(next)} />);
  const add = (value: string) => {
    fireEvent.change(screen.getByLabelText("Also on", { selector: "input" }), { target: { value } });
    fireEvent.click(screen.getByRole("button", { name: "Add" }));
  };
  return { changes, add };
}

describe("a list of dates", () => {
  it("[RE7] twelve dates are shown first, and the others on demand", () => {
    field(DATES);
    expect(items()).toHaveLength(13);
    expect(items()[0]).toContain("Thu, Dec 10, 2026");
    fireEvent.click(screen.getByRole("button", { name: "Show 2 more" }));
    expect(items()).toHaveLength(14);
  });

  it("[RE7] twelve dates are all shown, and no button offers more", () => {
    field(DATES.slice(0, 12));
    expect(items()).toHaveLength(12);
  });

  it("[RE7] a date that is added is sorted in, and a day that does not exist is not added", () => {
    const { changes, add } = field(["2026-12-24", "2026-12-26"]);
    add("2026-12-25");
    expect(changes).toEqual([["2026-12-24", "2026-12-25", "2026-12-26"]]);
    add("2026-02-30");
    expect(changes).toHaveLength(1);
  });

  it("[RE7] a stored text that is no date is shown as it is, and can be removed", () => {
    const { changes } = field(["2026-12-24", "soon"]);
    expect(items()[1]).toContain("soon");
    fireEvent.click(screen.getByRole("button", { name: "Remove soon" }));
    expect(changes).toEqual([["2026-12-24"]]);
  });
});
