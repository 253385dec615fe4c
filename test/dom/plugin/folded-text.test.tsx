import { fireEvent, screen } from "@testing-library/react";
import { FoldedText } from "../../../plugin/src/ui/folded-text";
import { show } from "../features/render";

const names = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Rule number ${index + 1}`).join(", ");

describe("a long text of the history", () => {
  it("[HV18] the end of a long list is shown on demand", () => {
    const { container } = show(<FoldedText text={names(60)} />);
    expect(container.textContent).toMatch(/^Rule number 1, .*, Rule number \d+… Show the whole text$/);
    expect(container.textContent).not.toContain("Rule number 60");
    fireEvent.click(screen.getByRole("button", { name: "Show the whole text" }));
    expect(container.textContent).toBe(names(60));
  });

  it("[HV18] a short text is shown whole", () => {
    const { container } = show(<FoldedText text={names(5)} />);
    expect(container.textContent).toBe(names(5));
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("[HV18] a long text without spaces is folded too", () => {
    const { container } = show(<FoldedText text={"时".repeat(400)} />);
    expect(container.textContent).toBe(`${"时".repeat(240)}… Show the whole text`);
  });
});
