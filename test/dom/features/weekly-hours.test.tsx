import { useState } from "react";
import type { WeeklyHours as Hours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { WeeklyHours } from "../../../plugin/src/features/weekly-hours/weekly-hours";
import { weeklyRuleName } from "../../../plugin/src/i18n/weekly-rule-name";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { axeProblems, show } from "./render";

const MORNING = { start: 480, end: 720 };
const HOURS: Hours = [[MORNING], [], [], [], [], [], []];

function edit(hours: Hours = HOURS, readOnly = false, shared = 1) {
  const made: Hours[] = [];
  function Scene() {
    const [now, setNow] = useState(hours);
    return (
      <FieldsDisabled value={readOnly}>
        <WeeklyHours
          hours={now}
          shared={shared}
          onChange={(next) => {
            made.push(next);
            setNow(next);
          }}
        />
      </FieldsDisabled>
    );
  }
  const { container, unmount } = show(<Scene />);
  return { container, unmount, user: userEvent.setup(), last: () => made[made.length - 1], made };
}

const button = (name: string) => screen.getByRole("button", { name });

describe("weekly hours", () => {
  it("[WH7] the grid shows each weekday in the reader's order, with its openings or as closed", async () => {
    const { container } = edit();
    const rows = screen.getAllByRole("listitem");
    expect(rows.map((row) => within(row).getByRole("heading").textContent)).toEqual([
      "Sunday",
      "Monday",
      "Tuesday",
      "Wednesday",
      "Thursday",
      "Friday",
      "Saturday",
    ]);
    expect(screen.getByLabelText("Monday, from")).toHaveValue("08:00");
    expect(screen.getByLabelText("Monday, to")).toHaveValue("12:00");
    expect(screen.getAllByText("Closed")).toHaveLength(6);
    expect(screen.getByText(/1 weekly rule is also used elsewhere/)).toBeVisible();
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[WH8] a second opening begins after a break, and a time that is typed counts when the field is left", async () => {
    const { user, last, made } = edit();
    await user.click(button("Add hours on Monday"));
    expect(last()?.[0]).toEqual([MORNING, { start: 780, end: 1020 }]);
    const to = screen.getAllByLabelText("Monday, to")[1] as HTMLElement;
    fireEvent.change(to, { target: { value: "01:00" } });
    fireEvent.change(to, { target: { value: "18:00" } });
    expect(made).toHaveLength(1);
    fireEvent.blur(to);
    expect(last()).toEqual([[MORNING, { start: 780, end: 1080 }], ...HOURS.slice(1)]);
  });

  it("[WH8] a time that is typed counts when the page is left or reloaded, though the field keeps the focus", () => {
    const { made, last, unmount } = edit();
    const to = screen.getByLabelText("Monday, to");
    fireEvent.change(to, { target: { value: "13:00" } });
    fireEvent(window, new Event("pagehide"));
    expect(last()?.[0]).toEqual([{ start: 480, end: 780 }]);
    fireEvent.change(to, { target: { value: "14:00" } });
    unmount();
    expect(made).toHaveLength(2);
    expect(last()?.[0]).toEqual([{ start: 480, end: 840 }]);
    fireEvent(window, new Event("pagehide"));
    expect(made).toHaveLength(2);
  });

  it("[WH8] leaving the page changes nothing where nothing or no time is typed", () => {
    const { made, unmount } = edit();
    fireEvent.change(screen.getByLabelText("Monday, to"), { target: { value: "" } });
    fireEvent(window, new Event("pagehide"));
    unmount();
    expect(made).toEqual([]);
  });

  it("[WH8] an end before the start is on the next day, an end of 00:00 at midnight, and an empty field changes nothing", () => {
    const { last, made } = edit();
    const to = screen.getByLabelText("Monday, to");
    fireEvent.change(to, { target: { value: "" } });
    fireEvent.blur(to);
    expect(made).toEqual([]);
    expect(to).toHaveValue("12:00");
    fireEvent.change(to, { target: { value: "06:00" } });
    expect(screen.getByText("ends the next day")).toBeVisible();
    fireEvent.blur(to);
    expect(last()?.[0]).toEqual([{ start: 480, end: 1800 }]);
    fireEvent.change(to, { target: { value: "00:00" } });
    fireEvent.blur(to);
    expect(last()?.[0]).toEqual([{ start: 480, end: 1440 }]);
  });

  it("[WH9] copying gives a day's hours to the chosen days; the working days are chosen first", async () => {
    const { user, last } = edit();
    await user.click(button("Copy the hours of Monday to other days"));
    const days = screen.getByRole("group", { name: "Copy the hours of Monday to" });
    await user.click(within(days).getByRole("button", { name: "Saturday" }));
    await user.click(within(days).getByRole("button", { name: "Friday" }));
    await user.click(button("Copy"));
    expect(last()).toEqual([[MORNING], [MORNING], [MORNING], [MORNING], [], [MORNING], []]);
    expect(button("Copy the hours of Monday to other days")).toHaveFocus();
  });

  it("[WH9] from a day off, no day is chosen first; a day never gets its own hours, and nothing is copied without a choice", async () => {
    const { user, made, last } = edit([[MORNING], [], [], [], [], [MORNING], []]);
    const open = button("Copy the hours of Saturday to other days");
    expect(open).toHaveAttribute("aria-expanded", "false");
    await user.click(open);
    expect(open).toHaveAttribute("aria-expanded", "true");
    const days = screen.getByRole("group", { name: "Copy the hours of Saturday to" });
    const day = (name: string) => within(days).getByRole("button", { name });
    expect(within(days).queryByRole("button", { pressed: true })).toBeNull();
    expect(button("Copy")).toBeDisabled();
    await user.click(day("Saturday"));
    expect(button("Copy")).toBeDisabled();
    await user.click(day("Sunday"));
    await user.click(button("Copy"));
    expect(made).toHaveLength(1);
    expect(last()).toEqual([[MORNING], [], [], [], [], [MORNING], [MORNING]]);
    expect(screen.queryByRole("group", { name: /^Copy the hours/ })).toBeNull();
  });

  it("[WH9] a copy is given up by its button or the row's, and the focus stays in the row", async () => {
    const { user, made } = edit();
    const open = button("Copy the hours of Monday to other days");
    await user.click(open);
    const days = screen.getByRole("group", { name: "Copy the hours of Monday to" });
    expect(
      within(days)
        .getAllByRole("button", { pressed: true })
        .map(({ textContent, title }) => title || textContent),
    ).toHaveLength(4);
    await user.click(button("Cancel"));
    expect(open).toHaveFocus();
    expect(open).toHaveAttribute("aria-expanded", "false");
    await user.click(open);
    await user.click(open);
    expect(screen.queryByRole("group", { name: /^Copy the hours/ })).toBeNull();
    expect(made).toEqual([]);
  });

  it("[WH9] an added opening has the focus; removing one leaves the others", async () => {
    const { user, last } = edit();
    await user.click(button("Add hours on Monday"));
    expect(screen.getAllByLabelText("Monday, from")[1]).toHaveFocus();
    await user.click(button("Remove 8:00 AM to 12:00 PM on Monday"));
    expect(last()?.[0]).toEqual([{ start: 780, end: 1020 }]);
    expect(button("Add hours on Monday")).toHaveFocus();
    await user.click(button("Add hours on Tuesday"));
    expect(last()?.[1]).toEqual([{ start: 540, end: 1020 }]);
    expect(screen.getByLabelText("Tuesday, from")).toHaveFocus();
  });

  it("[WH5] a time that makes two openings of a day overlap joins them", () => {
    const { last } = edit([[MORNING, { start: 780, end: 1020 }], [], [], [], [], [], []]);
    const to = screen.getAllByLabelText("Monday, to")[0] as HTMLElement;
    fireEvent.change(to, { target: { value: "14:00" } });
    fireEvent.blur(to);
    expect(last()?.[0]).toEqual([{ start: 480, end: 1020 }]);
    expect(screen.getAllByLabelText("Monday, to")).toHaveLength(1);
  });

  it("[WH8] a day without room gets no further opening", () => {
    edit([[{ start: 480, end: 1380 }], [], [], [], [], [], []], false, 0);
    expect(button("Add hours on Monday")).toBeDisabled();
    expect(button("Add hours on Tuesday")).toBeEnabled();
    expect(screen.queryByText(/also used elsewhere/)).toBeNull();
  });

  it("[WH9] removing the last opening closes the day and keeps the focus in its row", async () => {
    const { user, last } = edit();
    await user.click(button("Remove 8:00 AM to 12:00 PM on Monday"));
    expect(last()?.[0]).toEqual([]);
    expect(button("Add hours on Monday")).toHaveFocus();
  });

  it("[WH7] without the right to edit, the grid has no buttons", () => {
    edit(HOURS, true);
    expect(screen.queryAllByRole("button")).toEqual([]);
    expect(screen.getByLabelText("Monday, from")).toBeDisabled();
  });

  it.each([
    ["en-US", 0b0011111, 480, 1020, "Mon–Fri 8:00 AM–5:00 PM"],
    ["de-DE", 0b1100001, 1320, 1800, "Mo, Sa, So 22:00–06:00"],
    ["en-US", 0b1111011, 0, 1440, "Mon, Tue, Thu–Sun 12:00 AM–12:00 AM"],
  ])(
    "[WH3] the name of a rule in %s with weekdays %i says its days and times",
    (locale, weekdays, start, end, expected) => {
      expect(weeklyRuleName(locale, { weekdays, start, end }).replace(/\u202f/g, " ")).toBe(expected);
    },
  );
});
