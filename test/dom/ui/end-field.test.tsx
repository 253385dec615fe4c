import { fireEvent, screen } from "@testing-library/react";
import type { EndChoice } from "@schedule-manager/plugin/ui/manual-close/end-choice";
import { EndField } from "../../../plugin/src/ui/manual-close/end-field";
import { show } from "../features/render";

function field(choice: Partial<EndChoice> = {}) {
  const choices: EndChoice[] = [];
  show(
    <EndField
      choice={{ option: "reopened", date: "2026-09-05", time: "12:00", ...choice }}
      whenOf={(option) => (option === "hours" ? null : `at ${option}`)}
      help="Time zone: UTC"
      error={undefined}
      onChange={(next) => choices.push(next)}
    />,
  );
  return choices;
}

describe("the end of a manual close", () => {
  it("[MC9] each option says when it ends, except a time, which its fields show", () => {
    field();
    expect(screen.getAllByRole("radio")).toHaveLength(5);
    for (const text of [" · at quarter", " · at hour", " · at reopened"])
      expect(screen.getByText(text.trim(), { exact: true })).toBeVisible();
    expect(screen.queryByText(/at hours/)).toBeNull();
    expect(screen.queryByText(/at time/)).toBeNull();
    expect(screen.getByRole("radio", { name: /Until reopened/ })).toBeChecked();
  });

  it("[MC9] an option that is chosen keeps the typed date and time", () => {
    const choices = field();
    fireEvent.click(screen.getByRole("radio", { name: /^15 minutes/ }));
    expect(choices).toEqual([{ option: "quarter", date: "2026-09-05", time: "12:00" }]);
  });
});
