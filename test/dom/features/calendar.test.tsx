import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { formatShortTimes } from "../../../plugin/src/i18n/format-short-times";
import { axeProblems, show } from "./render";

/** A year arrives in slices, between which a busy machine does other things. */
const PATIENCE = { timeout: 30_000 };

const RULES: readonly Rule[] = [
  {
    id: "hours",
    name: "Open hours",
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    startTime: "08:00",
    endTime: "17:00",
  },
  { id: "lunch", name: "Lunch", isOpen: false, startTime: "12:00", endTime: "13:00" },
  { id: "xmas", name: "Christmas", isOpen: false, closedReason: "holiday", dates: ["2026-12-25"] },
  {
    id: "eve",
    name: "Christmas Eve",
    isOpen: true,
    exception: "day",
    dates: ["2026-12-24"],
    startTime: "08:00",
    endTime: "11:30",
  },
];
const SUPPORT: Schedule = {
  id: "s",
  name: "Support",
  timeZone: "America/New_York",
  manualClose: false,
  rules: RULES.map(({ id }) => id),
};
/** Wednesday noon in New York. */
const NOW = Date.parse("2026-12-16T17:00:00Z");

function calendar(locale?: string) {
  const asked: string[] = [];
  const { container } = show(
    <PreviewPanel
      schedule={SUPPORT}
      rules={new Map(RULES.map((rule) => [rule.id, rule]))}
      now={NOW}
      onEditRule={(id) => asked.push(id)}
    />,
    locale,
  );
  return { container, asked, user: userEvent.setup() };
}

const view = (name: string) => screen.getByRole("button", { name });
const day = (name: RegExp) => screen.getByRole("button", { name });
const tabStops = () =>
  within(screen.getAllByRole("grid")[0]?.parentElement?.parentElement ?? document.body)
    .getAllByRole("button")
    .filter(({ tabIndex, dataset }) => tabIndex === 0 && dataset["day"] !== undefined);

describe("the calendar", () => {
  it("[PV11] a month shows each day's hours or why it is closed, and its difference by its look", async () => {
    const { user, container } = calendar();
    const pressed = () =>
      ["Week", "Month", "Year"].filter((name) => view(name).getAttribute("aria-pressed") === "true");
    expect(pressed()).toEqual(["Week"]);
    await user.click(view("Month"));
    expect(pressed()).toEqual(["Month"]);
    expect(screen.getByRole("grid", { name: "December 2026" })).toBeVisible();
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Sun",
      "Mon",
      "Tue",
      "Wed",
      "Thu",
      "Fri",
      "Sat",
    ]);
    const usual = day(/^Wednesday, December 16, 2026: Open as usual/);
    expect(usual).toHaveTextContent(/8\sAM–12\sPM1\sPM–5\sPM/);
    expect(usual).toHaveAttribute("aria-current", "date");
    expect(screen.getAllByRole("button", { current: "date" })).toEqual([usual]);
    expect(screen.getByText("December 2026")).toBeVisible();
    // Each day is in its weekday's column, and the days of other months are left out.
    const [, first, ...weeks] = screen.getAllByRole("row");
    expect(within(first as HTMLElement).getAllByRole("gridcell")[2]).toHaveTextContent(/^1/);
    expect(within(first as HTMLElement).getAllByRole("button")).toHaveLength(5);
    expect(within(weeks[3] as HTMLElement).getAllByRole("button")).toHaveLength(5);
    expect(weeks).toHaveLength(4);
    expect(usual).toHaveAttribute("data-look", "open");
    const eve = day(/December 24, 2026: Open shorter · 8:00\sAM–11:30\sAM · Decided by Christmas Eve/);
    expect(eve).toHaveAttribute("data-look", "shorter");
    const holiday = day(/December 25, 2026: Closed for holiday · Decided by Christmas$/);
    expect(holiday).toHaveTextContent("Closed for holiday");
    expect(holiday).toHaveAttribute("data-look", "closed");
    expect(day(/December 26, 2026: Closed as usual/)).toHaveAttribute("data-look", "off");
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[PV11] a month that fills whole weeks has no row of another month", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    fireEvent.change(screen.getByLabelText("Go to date"), { target: { value: "2026-02-10" } });
    expect(screen.getAllByRole("row")).toHaveLength(5);
    expect(screen.getAllByRole("columnheader").map((head) => head.getAttribute("abbr"))[0]).toBe("Sunday");
  });

  it("[PV11] the legend explains the looks of the view", async () => {
    const { user } = calendar();
    const legend = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(legend()).toEqual(["Open", "Closed by a rule", "Closed: no rule applies", "Closed manually"]);
    await user.click(view("Month"));
    expect(legend()).toEqual([
      "Open as usual",
      "Open shorter",
      "Open longer",
      "Open at other times",
      "Closed by a rule",
      "Closed manually",
      "Closed as usual",
    ]);
  });

  it("[PV11] a year shows twelve months with the difference of each day", async () => {
    const { user, container } = calendar();
    fireEvent.click(view("Year"));
    // Before they are computed, the days have no label, look or hours.
    const unknown = container.querySelector("table:last-of-type button");
    expect(unknown).toHaveAttribute("aria-label", "");
    expect(unknown).toHaveAttribute("data-look", "off");
    expect(screen.getByText("2026")).toBeVisible();
    // Titles, because looking for roles among 365 days takes seconds.
    const holiday = await screen.findByTitle(/December 25, 2026: Closed for holiday/, {}, PATIENCE);
    expect(holiday).toHaveAttribute("data-look", "closed");
    expect(holiday).toHaveAttribute("aria-label", holiday.title);
    expect(holiday).toHaveTextContent(/^25$/);
    const stops = container.querySelectorAll<HTMLElement>("[data-day][tabindex='0']");
    expect([...stops].map(({ title }) => title)).toEqual([expect.stringContaining("December 16, 2026")]);
    expect(container.querySelector("thead tr")).toHaveTextContent(/^SMTWTFS$/);
    await user.click(holiday);
    expect(container.querySelectorAll("[data-day][aria-pressed=true]")).toHaveLength(1);
    expect(holiday).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByTitle(/January 1, 2026: Open as usual/)).toHaveAttribute("data-look", "open");
    expect(screen.getAllByTitle(/, 2026: /)).toHaveLength(365);
    expect([...container.querySelectorAll("table")].map((month) => month.getAttribute("aria-label"))).toEqual(
      [..."JFMAMJJASOND"].map((initial): unknown => expect.stringMatching(`^${initial}\\w+ 2026$`)),
    );
  });

  it("[PV12] the days have one tab stop, and the arrow keys cross days, weeks and months", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    const [stop, ...more] = tabStops();
    expect(more).toEqual([]);
    expect(stop).toHaveAccessibleName(/December 16/);
    stop?.focus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/December 24/);
    await user.keyboard("{Home}");
    expect(document.activeElement).toHaveAccessibleName(/Sunday, December 20/);
    await user.keyboard("{End}{ArrowUp}");
    expect(document.activeElement).toHaveAccessibleName(/Saturday, December 19/);
    expect(tabStops()).toEqual([document.activeElement]);
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getByRole("grid", { name: "January 2027" })).toBeVisible();
    expect(document.activeElement).toHaveAccessibleName(/January 2, 2027/);
    await user.keyboard("{PageUp}");
    expect(document.activeElement).toHaveAccessibleName(/December 2, 2026/);
    await user.keyboard("{Shift>}{PageDown}{/Shift}");
    expect(document.activeElement).toHaveAccessibleName(/December 2, 2027/);
    await user.keyboard("{Shift>}{PageUp}{/Shift}{ArrowLeft}");
    expect(document.activeElement).toHaveAccessibleName(/December 1, 2026/);
    await user.keyboard("{ArrowLeft}{PageUp}{ArrowRight}{PageDown}");
    expect(document.activeElement).toHaveAccessibleName(/November 30, 2026/);
    fireEvent.click(view("Next month"));
    day(/December 31, 2026/).focus();
    await user.keyboard("{PageDown}{PageDown}");
    expect(document.activeElement).toHaveAccessibleName(/February 28, 2027/);
  });

  it("[PV12] the tab stop is the chosen day, today or the first day, whichever is shown", () => {
    calendar();
    fireEvent.click(view("Month"));
    const stop = () => tabStops().map(({ title }) => title.split(":")[0]);
    for (const [name, date] of [
      [/December 1, 2026/, "Tuesday, December 1, 2026"],
      [/December 31, 2026/, "Thursday, December 31, 2026"],
    ] as const) {
      fireEvent.click(day(name));
      expect(stop()).toEqual([date]);
    }
    fireEvent.click(view("Next month"));
    expect(stop()).toEqual(["Friday, January 1, 2027"]);
    fireEvent.click(day(/January 10, 2027/));
    fireEvent.click(view("Previous month"));
    expect(stop()).toEqual(["Wednesday, December 16, 2026"]);
  });

  it("[PV12] other keys, and keys with Alt, Ctrl or Meta, are the browser's", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    const today = day(/December 16, 2026/);
    today.focus();
    for (const init of [
      { key: "a" },
      { key: "ArrowRight", altKey: true },
      { key: "ArrowRight", ctrlKey: true },
      { key: "ArrowRight", metaKey: true },
    ])
      expect(fireEvent.keyDown(today, init)).toBe(true);
    expect(today).toHaveFocus();
    expect(fireEvent.keyDown(today, { key: "ArrowRight" })).toBe(false);
    expect(day(/December 17, 2026/)).toHaveFocus();
  });

  it("[PV12] a month that a button shows takes no focus from the button", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    day(/December 31, 2026/).focus();
    await user.keyboard("{ArrowRight}");
    expect(day(/January 1, 2027/)).toHaveFocus();
    await user.click(view("Previous month"));
    await user.click(view("Next month"));
    expect(view("Next month")).toHaveFocus();
  });

  it("[PV12] in a year the arrow keys go from month to month, and into the next year", async () => {
    const { user } = calendar();
    await user.click(view("Year"));
    (await screen.findByTitle(/Thursday, December 31, 2026: /, {}, PATIENCE)).focus();
    await user.keyboard("{PageUp}");
    expect(document.activeElement).toHaveAttribute("title", expect.stringContaining("November 30, 2026"));
    await user.keyboard("{PageDown}{ArrowRight}{ArrowRight}");
    await waitFor(() =>
      expect(document.activeElement).toHaveAttribute("title", expect.stringContaining("January 1, 2027")),
    );
  });

  it("[PV13] a chosen day leads to each of its rules once, and stays chosen when the calendar moves", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    expect(screen.getByText(/^Choose a day or a block/)).toBeVisible();
    await user.click(day(/December 16, 2026/));
    expect(screen.queryByText(/^Choose a day or a block/)).toBeNull();
    const edits = () => screen.getAllByRole("button", { name: /^Edit/ }).map((one) => one.textContent);
    expect(edits()).toEqual(["Edit Open hours", "Edit Lunch"]);
    const parts = screen.getAllByRole("listitem").map((one) => one.textContent?.replace(/\s/g, " "));
    expect(parts).toContain("12:00 AM–8:00 AMClosed · No rule applies");
    expect(parts).toContain("12:00 PM–1:00 PMClosed · Decided by Lunch");
    expect(screen.queryByText(/^Before your changes/)).toBeNull();
    expect(screen.queryByText(/skipped this day/)).toBeNull();
    await user.click(view("Next month"));
    expect(screen.queryByRole("button", { pressed: true, name: /2027/ })).toBeNull();
    await user.click(view("Previous month"));
    expect(screen.getAllByRole("button", { pressed: true, name: /2026/ })).toEqual([
      day(/December 16, 2026/),
    ]);
  });

  it("[PV13] a chosen day says what decides each part of it, and leads to the rules", async () => {
    const { user, asked } = calendar();
    await user.click(view("Month"));
    await user.click(day(/December 24, 2026/));
    expect(day(/December 24, 2026/)).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByText("Open · Decided by Christmas Eve")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Edit Christmas Eve" }));
    expect(asked).toEqual(["eve"]);
    // The other views show the chosen day.
    await user.click(view("Week"));
    expect(screen.getByRole("group", { name: "Week of Dec 20 to Dec 26" })).toBeVisible();
  });

  it("[PV14] previous, next, today and a date move the calendar; an unfinished date does not", async () => {
    const { user, container } = calendar();
    await user.click(view("Month"));
    await user.click(view("Next month"));
    await user.click(view("Next month"));
    expect(screen.getByRole("grid", { name: "February 2027" })).toBeVisible();
    await user.click(view("Previous month"));
    expect(screen.getByRole("grid", { name: "January 2027" })).toBeVisible();
    await user.click(view("Today"));
    expect(screen.getByRole("grid", { name: "December 2026" })).toBeVisible();
    const jump = screen.getByLabelText("Go to date");
    fireEvent.change(jump, { target: { value: "0203-05-01" } });
    expect(screen.getByRole("grid", { name: "December 2026" })).toBeVisible();
    fireEvent.change(jump, { target: { value: "2028-02-29" } });
    expect(screen.getByRole("grid", { name: "February 2028" })).toBeVisible();
    expect(day(/February 29, 2028/)).toHaveAttribute("aria-pressed", "true");
    await user.click(view("Year"));
    const january = (): string | null | undefined =>
      container.querySelector("table")?.getAttribute("aria-label");
    expect(january()).toBe("January 2028");
    await user.click(screen.getByTitle("Previous year"));
    expect(january()).toBe("January 2027");
    expect(screen.getByText("2027")).toBeVisible();
    // The month of the year before is that of the chosen day, which the other views show.
    fireEvent.change(screen.getByLabelText("Go to date"), { target: { value: "" } });
    expect(january()).toBe("January 2027");
    expect(jump).toHaveValue("");
  });

  it("[PV14] the date follows the shown day, and without a chosen day each view shows the period of the one before", async () => {
    const { user, container } = calendar();
    const date = screen.getByLabelText("Go to date");
    expect(date).toHaveValue("2026-12-16");
    await user.click(view("Month"));
    await user.click(view("Next month"));
    expect(date).toHaveValue("2027-01-01");
    await user.click(view("Next month"));
    await user.click(view("Year"));
    expect(container.querySelector("table")).toHaveAttribute("aria-label", "January 2027");
    await user.click(screen.getByTitle("Next year"));
    await user.click(view("Month"));
    expect(screen.getByRole("grid", { name: "February 2028" })).toBeVisible();
  });

  it("[PV14] the calendar ends with the years 1900 and 2399", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    const jump = screen.getByLabelText("Go to date");
    const goTo = (value: string) => fireEvent.change(jump, { target: { value } });
    goTo("2399-12-31");
    await user.click(view("Next month"));
    expect(screen.getByRole("grid", { name: "December 2399" })).toBeVisible();
    day(/December 31, 2399/).focus();
    await user.keyboard("{ArrowRight}");
    expect(day(/December 31, 2399/)).toHaveFocus();
    goTo("2400-01-01");
    expect(screen.getByRole("grid", { name: "December 2399" })).toBeVisible();
    goTo("1900-01-01");
    await user.click(view("Previous month"));
    expect(screen.getByRole("grid", { name: "January 1900" })).toBeVisible();
    goTo("1899-12-31");
    expect(screen.getByRole("grid", { name: "January 1900" })).toBeVisible();
  });

  it("[PV14] the question about a date keeps the view", async () => {
    const { user } = calendar();
    await user.click(view("Month"));
    fireEvent.change(screen.getByLabelText("Date"), { target: { value: "2027-03-05" } });
    expect(screen.getByRole("grid", { name: "March 2027" })).toBeVisible();
    expect(day(/March 5, 2027/)).toHaveAttribute("aria-pressed", "true");
  });

  it("[PV14] the question about a date and time moves the calendar to what it asks for", () => {
    calendar();
    fireEvent.change(screen.getByLabelText("Date"), { target: { value: "2026-12-25" } });
    expect(screen.getByRole("group", { name: "Week of Dec 20 to Dec 26" })).toBeVisible();
    expect(day(/Friday, December 25, .*Decided by Lunch$/)).toHaveAttribute("aria-pressed", "true");
    fireEvent.change(screen.getByLabelText("Time"), { target: { value: "09:00" } });
    expect(day(/Friday, December 25, 12:00 AM .*Decided by Christmas$/)).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });

  it.each([
    ["en-US", 480, 1050, "8 AM–5:30 PM"],
    ["de-DE", 480, 1050, "8–17:30"],
    ["de-DE", 1320, 1800, "22–6"],
    ["th-TH", 0, 1440, "0–24"],
    ["pt-BR", 780, 1020, "13–17"],
  ])("[PV11] a narrow place in %s shows the minutes %i to %i as %s", (locale, start, end, expected) => {
    expect(formatShortTimes(locale, start, end).replace(/[\u202f\u00a0]/g, " ")).toBe(expected);
  });
});
