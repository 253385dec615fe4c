import { fireEvent, screen } from "@testing-library/react";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { UsedBy } from "../../../plugin/src/features/rule-editor/used-by";
import { show } from "./render";

const schedules = [
  { id: "support", name: "Support" },
  { id: "office", name: "Office" },
];

describe("the schedules of a rule", () => {
  it("[RE12] a rule without schedules says so", () => {
    show(<UsedBy schedules={[]} />);
    expect(screen.getByText("No schedule uses this rule yet.")).toBeVisible();
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("[RE12] each schedule is named, and leads to its page where pages can be opened", () => {
    const opened: string[] = [];
    const { rerender } = show(<UsedBy schedules={schedules} onOpen={(id) => opened.push(id)} />);
    const items = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(items).toEqual(["Support", "Office"]);
    const office = screen.getByRole("button", { name: "Office" });
    expect(office).toHaveAttribute("data-opens", itemRef("schedule", "office"));
    fireEvent.click(office);
    expect(opened).toEqual(["office"]);
    expect(screen.queryByText("No schedule uses this rule yet.")).toBeNull();
    rerender(<UsedBy schedules={schedules} />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("Support")).toBeVisible();
  });
});
