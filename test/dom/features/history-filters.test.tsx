import { useState } from "react";
import {
  type FilterForm,
  HistoryFilters,
  NO_FILTER,
} from "../../../plugin/src/features/history/history-filters";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { showOn, storeWith } from "./catalogue";
import { RULES, SALES, SUPPORT } from "./items";

function filters(initial: FilterForm = NO_FILTER) {
  const made: FilterForm[] = [initial];
  function Scene() {
    const [value, setValue] = useState(initial);
    return (
      <HistoryFilters
        value={value}
        onChange={(next) => {
          made.push(next);
          setValue(next);
        }}
      />
    );
  }
  showOn(storeWith({ schedules: [SUPPORT, SALES], rules: RULES }), <Scene />);
  return { user: userEvent.setup(), last: () => made.at(-1) };
}

describe("the filters of the history", () => {
  it("[HV16] choose a person, an item by its name and days, and are cleared together", async () => {
    const { user, last } = filters();
    const group = within(screen.getByRole("group", { name: "Filter the history" }));
    expect(group.queryByRole("button", { name: "Clear filters" })).toBeNull();
    await user.type(group.getByLabelText("Person"), "Ada");
    const item = group.getByRole("combobox", { name: "Schedule or rule" });
    await user.click(item);
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual([
      "Labor Day",
      "Lunch",
      "Open hours",
      "Sales",
      "Spare",
      "Support",
    ]);
    await user.type(item, "sal{Enter}");
    await user.type(group.getByLabelText("From"), "2026-09-01");
    await user.type(group.getByLabelText("To"), "2026-09-04");
    expect(last()).toEqual({
      person: "Ada",
      item: itemRef("schedule", SALES.id),
      from: "2026-09-01",
      to: "2026-09-04",
    });
    expect(item).toHaveValue("Sales");
    await user.click(group.getByRole("button", { name: "Clear filters" }));
    expect(last()).toEqual(NO_FILTER);
    expect(item).toHaveValue("");
    expect(group.queryByRole("button", { name: "Clear filters" })).toBeNull();
  });
});
