import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { formatShortTimes } from "../../../plugin/src/i18n/format-short-times";
import { axeProblems, show } from "./render";

jest.setTimeout(120_000);

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
    expect(usual).toHaveAttribute("data-look", "open");
    const eve = day(/December 24, 2026: Open shorter · 8:00\sAM–11:30\sAM · Decided by Christmas Eve/);
    expect(eve).toHaveAttribute("data-look", "shorter");
    const holiday = day(/December 25, 2026: Closed for holiday · Decided by Christmas$/);
    expect(holiday).toHaveTextContent("Closed for holiday");
    expect(holiday).toHaveAttribute("data-look", "closed");
    expect(day(/December 26, 2026: Closed as usual/)).toHaveAttribute("data-look", "off");
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[PV11] a year shows twelve months with the difference of each day", async () => {
    const { user, container } = calendar();
    await user.click(view("Year"));
    // Titles, because looking for roles among 365 days takes seconds.
    const holiday = await screen.findByTitle(/December 25, 2026: Closed for holiday/, {}, PATIENCE);
    expect(holiday).toHaveAttribute("data-look", "closed");
    expect(holiday).toHaveAttribute("aria-label", holiday.title);
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
