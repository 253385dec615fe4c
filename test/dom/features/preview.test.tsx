import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { firstWeekdayOf, weekStart } from "../../../plugin/src/i18n/week-start";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { axeProblems, show } from "./render";

const hours: Rule = {
  id: "hours",
  name: "Open hours",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
};
const night: Rule = { id: "night", name: "Night", isOpen: true, startTime: "00:30", endTime: "02:30" };
const support: Schedule = {
  id: "s",
  name: "Support",
  timeZone: "America/New_York",
  manualClose: false,
  rules: ["hours"],
};
/** Wednesday noon in New York. */
const NOW = Date.parse("2026-10-28T16:00:00Z");

function preview(schedule: Schedule = support, locale?: string) {
  const asked: string[] = [];
  const { container } = show(
    <PreviewPanel
      schedule={schedule}
      rules={new Map([hours, night].map((rule) => [rule.id, rule]))}
      now={NOW}
      onEditRule={(id) => asked.push(id)}
    />,
    locale,
  );
  return { container, asked, user: userEvent.setup() };
}

describe("preview panel", () => {
  it("[PV4] the preview shows the current status, and a week in which each segment names its rule", async () => {
    const { user, asked } = preview();
    expect(screen.getByText("Now: Open · closes 5:00 PM")).toBeInTheDocument();
    expect(screen.getByRole("group", { name: "Week of Oct 25 to Oct 31" })).toBeInTheDocument();
    const segment = screen.getByRole("button", {
      name: /Wednesday, October 28, 8:00 AM to 5:00 PM: Open. Decided by Open hours/,
    });
    await user.click(segment);
    expect(segment).toHaveAttribute("aria-pressed", "true");
    expect(screen.getAllByRole("button", { pressed: true, name: /(Open|Closed)\. / })).toEqual([segment]);
    await user.click(screen.getByRole("button", { name: "Edit Open hours" }));
    expect(asked).toEqual(["hours"]);
  });

  it("[PV4] says whose time zone it shows, and that it includes unpublished changes only where there are some", () => {
    const panel = (hasDrafts: boolean) => (
      <PreviewPanel schedule={support} rules={new Map([[hours.id, hours]])} now={NOW} hasDrafts={hasDrafts} />
    );
    const { rerender } = show(panel(false));
    expect(screen.getByText("Times are in the schedule’s time zone.")).toBeVisible();
    expect(screen.queryByText(/unpublished/)).toBeNull();
    rerender(panel(true));
    expect(screen.getByText("Includes your unpublished changes.")).toBeVisible();
  });

  it("[PV4] the hours stand beside the week, at their height", () => {
    const { container } = preview();
    const axis = container.querySelector("[data-column]")?.closest("[role=group]")?.firstElementChild;
    const hours = [...(axis?.querySelectorAll<HTMLElement>("[style*=top]") ?? [])];
    expect(hours.map(({ textContent }) => textContent?.replace(/\s/g, " "))).toEqual([
      "12:00 AM",
      "6:00 AM",
      "12:00 PM",
      "6:00 PM",
      "12:00 AM",
    ]);
    expect(hours.map(({ style: { top } }) => /\d+%/.exec(top)?.[0])).toEqual([
      "0%",
      "25%",
      "50%",
      "75%",
      "100%",
    ]);
  });

  it("[PV4] a block has the name of its rule if the name fits, and no other text", () => {
    const short = { ...night, endTime: "01:45" };
    const { container } = show(
      <PreviewPanel
        schedule={{ ...support, rules: ["hours", "night", "brief"] }}
        rules={
          new Map([
            ["hours", hours],
            ["night", { ...short, name: "" }],
            ["brief", { ...short, id: "brief", startTime: "03:00", endTime: "04:14" }],
          ])
        }
        now={NOW}
      />,
    );
    const texts = [...(container.querySelectorAll("[data-column]")[3]?.querySelectorAll("button") ?? [])];
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      "",
      "Rule without a name",
      "",
      "",
      "",
      "Open hours",
      "",
    ]);
  });

  it("[PV4] without pages to go to, a block leads to no rule", async () => {
    show(<PreviewPanel schedule={support} rules={new Map([[hours.id, hours]])} now={NOW} />);
    await userEvent.setup().click(screen.getByRole("button", { name: /Wednesday, October 28, 8:00 AM/ }));
    expect(screen.getByText(/^Wednesday, October 28, 8:00\sAM to 5:00\sPM: Open/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Edit/ })).toBeNull();
    expect(screen.queryByText(/can’t be moved|arrow keys/)).toBeNull();
    expect(fireEvent.keyDown(document.activeElement ?? document.body, { key: "z", ctrlKey: true })).toBe(
      true,
    );
  });

  it("[PV4] the preview follows the time and the schedule, and can be used where the form is read-only", () => {
    const panel = (schedule: Schedule, now: number) => (
      <FieldsDisabled value>
        <PreviewPanel schedule={schedule} rules={new Map([[hours.id, hours]])} now={now} />
      </FieldsDisabled>
    );
    const closed = { ...support, manualClose: true };
    const { rerender } = show(panel(closed, NOW));
    expect(screen.getByLabelText("Date")).toBeEnabled();
    // What was before the close is not known.
    const open = (end: string) =>
      screen.getByRole("button", { name: new RegExp(`Wednesday, October 28, 8:00 AM to ${end}: Open`) });
    expect(open("12:00 PM")).toBeVisible();
    expect(screen.getByText("Now: Closed manually · until reopened")).toBeVisible();
    const manual = /^Wednesday, October 28, 2:00 PM to 12:00 AM: Closed manually\. Manual close$/;
    rerender(panel(closed, NOW + 2 * 3_600_000 + 59_000));
    expect(open("2:00 PM")).toBeVisible();
    expect(screen.getByRole("button", { name: manual })).toBeVisible();
    rerender(panel(support, NOW));
    expect(open("5:00 PM")).toBeVisible();
    rerender(panel({ ...support, timeZone: "Europe/Berlin" }, NOW));
    expect(screen.getByText(/^Now: Closed · opens/)).toBeVisible();
  });

  it("[PV2] in an unknown zone each block says so, and the time is UTC's", () => {
    const { container } = preview({ ...support, timeZone: "Mars/Olympus" });
    expect(
      screen.getByRole("button", {
        name: /^Wednesday, October 28, 12:00 AM to 12:00 AM: .*\. The time zone is unknown$/,
      }),
    ).toBeVisible();
    const line = [...container.querySelectorAll<HTMLElement>("[data-column] > div")].filter(({ style }) =>
      style.borderTop.startsWith("2px"),
    );
    expect(line.map(({ style }) => parseFloat(style.top))).toEqual([expect.closeTo(200 / 3)]);
    expect(screen.getByLabelText("Time")).toHaveValue("16:00");
  });

  it("[PV4] a line at the current time is drawn in today's column only", () => {
    const { container } = preview();
    const lines = [...container.querySelectorAll<HTMLElement>("[data-column]")].map((column) =>
      [...column.querySelectorAll<HTMLElement>("div")]
        .filter(({ style }) => style.borderTop.startsWith("2px"))
        .map(({ style: { top } }) => top),
    );
    // A week from Sunday; Wednesday noon.
    expect(lines).toEqual([[], [], [], ["50%"], [], [], []]);
  });

  it("[PV5] the week has one tab stop, and the arrow keys move within it", async () => {
    const { user } = preview();
    const segments = screen.getAllByRole("button", { name: /(Open|Closed)\. / });
    expect(segments.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    segments.find(({ tabIndex }) => tabIndex === 0)?.focus();
    expect(document.activeElement).toHaveAccessibleName(/Wednesday, October 28, 12:00 AM to 8:00 AM/);
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/Wednesday.*8:00 AM to 5:00 PM: Open/);
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName(/Thursday.*8:00 AM to 5:00 PM: Open/);
    await user.keyboard("{ArrowLeft}{ArrowLeft}{Enter}");
    expect(document.activeElement).toHaveAccessibleName(/Tuesday.*8:00 AM to 5:00 PM: Open/);
    expect(document.activeElement).toHaveAttribute("aria-pressed", "true");
  });

  it("[PV5] arrow keys end at the edges of the week, and other keys are the browser's", async () => {
    const { user } = preview();
    const stop = () =>
      screen.getAllByRole("button", { name: /(Open|Closed)\. / }).filter(({ tabIndex }) => tabIndex === 0);
    stop()[0]?.focus();
    await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    const sunday = screen.getByRole("button", { name: /Sunday, October 25, 12:00 AM to 12:00 AM/ });
    expect(sunday).toHaveFocus();
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowDown"]) {
      expect(fireEvent.keyDown(sunday, { key })).toBe(false);
      expect(sunday).toHaveFocus();
    }
    expect(fireEvent.keyDown(sunday, { key: "Home" })).toBe(true);
    await user.keyboard("{ArrowRight}{ArrowDown}{ArrowUp}");
    expect(document.activeElement).toHaveAccessibleName(/Monday, October 26, 12:00 AM to 8:00 AM/);
    expect(stop()).toEqual([document.activeElement]);
    const chosen = screen.getByRole("button", { name: /Friday, October 30, 5:00 PM to 12:00 AM/ });
    fireEvent.click(chosen);
    expect(stop()).toEqual([chosen]);
    await user.keyboard("{Tab}");
    chosen.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName(/Saturday, October 31/);
  });

  it("[PV5] the tab stop of another week is its first segment, or the place that was left if it exists there", async () => {
    const { user } = preview();
    const stop = () =>
      screen
        .getAllByRole("button", { name: /(Open|Closed)\. / })
        .flatMap(({ tabIndex, title }) => (tabIndex === 0 ? [title] : []));
    await user.click(screen.getByRole("button", { name: "Next week" }));
    expect(stop()).toEqual([expect.stringContaining("Sunday, November 1, 12:00 AM")]);
    screen
      .getByRole("button", { name: /Sunday, November 1, 1:00 AM to 2:00 AM \(the second time\)/ })
      .focus();
    await user.keyboard("{ArrowDown}");
    expect(stop()).toEqual([expect.stringContaining("Sunday, November 1, 2:00 AM")]);
    await user.click(screen.getByRole("button", { name: "Next week" }));
    expect(stop()).toEqual([expect.stringContaining("Sunday, November 8, 12:00 AM")]);
  });

  it("[PV13] a chosen block stays chosen in other weeks and views, where nothing else is", async () => {
    const { user } = preview();
    const pressed = () =>
      screen.queryAllByRole("button", { pressed: true, name: /(Open|Closed)\. / }).map(({ title }) => title);
    const what = "Wednesday, October 28, 8:00 AM to 5:00 PM: Open. Decided by Open hours";
    await user.click(screen.getByTitle(what));
    await user.click(screen.getByRole("button", { name: "Next week" }));
    expect(pressed()).toEqual([]);
    expect(screen.getByText(what)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Previous week" }));
    expect(pressed()).toEqual([what]);
  });

  it("[PV6] the weeks with clock changes show skipped and repeated hours", async () => {
    const { user } = preview({ ...support, rules: ["night"] });
    await user.click(screen.getByRole("button", { name: "Next week" }));
    expect(screen.getByText("25 h")).toBeInTheDocument();
    for (const pass of ["first", "second"])
      expect(
        screen.getByRole("button", {
          name: new RegExp(`November 1, 1:00 AM to 2:00 AM \\(the ${pass} time\\): Open`),
        }),
      ).toBeInTheDocument();
    expect(screen.getByTitle("This day has 25 hours: clocks go back.")).toBeInTheDocument();
    // Side by side.
    const twice = ["first", "second"].map((pass) =>
      screen.getByRole("button", { name: new RegExp(`1:00 AM to 2:00 AM \\(the ${pass} time\\)`) }),
    );
    expect(twice.map((one) => one.parentElement?.style)).toMatchObject([
      { left: "0%", width: "50%" },
      { left: "50%", width: "50%" },
    ]);
    const pressed = () => twice.map((one) => one.getAttribute("aria-pressed"));
    await user.click(twice[1] ?? document.body);
    expect(pressed()).toEqual(["false", "true"]);
    // The question is about both, and shows the first.
    fireEvent.change(screen.getByLabelText("Date"), { target: { value: "2026-11-01" } });
    fireEvent.change(screen.getByLabelText("Time"), { target: { value: "01:59" } });
    expect(pressed()).toEqual(["true", "false"]);
    await user.click(screen.getByRole("button", { name: "Today" }));
    expect(screen.queryByText("25 h")).toBeNull();
  });

  it.each([
    ["en-US", ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]],
    ["de-DE", ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]],
  ])("[PV4] the week in %s begins on the locale's first weekday", (locale, days) => {
    const { container } = preview(support, locale);
    const week = container.querySelector("[data-column]")?.closest("[role=group]")?.textContent ?? "";
    const heads = new RegExp(`(${days.join("|")})(?=\\.?\\d)`, "g");
    expect(week.match(heads)).toEqual(days);
  });

  it("[PV18] the week is a table on demand, with a row for each segment: day, times, status and cause", async () => {
    const { user, container } = preview();
    expect(screen.queryByRole("table")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show as a table" }));
    const table = screen.getByRole("table", { name: "Week of Oct 25 to Oct 31" });
    const rows = within(table)
      .getAllByRole("row")
      .map((row) => [...row.children].map(({ textContent }) => textContent?.replaceAll("\u00a0", " ")));
    // A time and its "AM" stay on one line.
    expect(within(table).getAllByRole("cell")[0]?.textContent).toMatch(/^12:00[^ ]AM – 12:00[^ ]AM$/);
    expect(rows.slice(0, 5)).toEqual([
      ["Day", "Time", "Status", "Why"],
      ["Sun, Oct 25", "12:00 AM – 12:00 AM", "Closed", "No rule applies"],
      ["Mon, Oct 26", "12:00 AM – 8:00 AM", "Closed", "No rule applies"],
      ["8:00 AM – 5:00 PM", "Open", "Decided by Open hours"],
      ["5:00 PM – 12:00 AM", "Closed", "No rule applies"],
    ]);
    expect(within(table).getByRole("rowheader", { name: "Mon, Oct 26" })).toHaveAttribute("rowspan", "3");
    expect(await axeProblems(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Next week" }));
    expect(screen.getByRole("table", { name: "Week of Nov 1 to Nov 7" })).toBeInTheDocument();
    const hide = screen.getByRole("button", { name: "Hide the table", expanded: true });
    await user.click(hide);
    expect(screen.queryByRole("table")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show as a table", expanded: false }));
    await user.click(screen.getByRole("button", { name: "Month" }));
    expect(screen.queryByText("Hide the table")).toBeNull();
  });

  it("[PV18] the table says that a zone skipped a day", async () => {
    // Samoa crossed the date line.
    const { container } = show(
      <PreviewPanel
        schedule={{ ...support, timeZone: "Pacific/Apia" }}
        rules={new Map([[hours.id, hours]])}
        now={Date.parse("2011-12-29T12:00:00Z")}
      />,
    );
    await userEvent.setup().click(screen.getByRole("button", { name: "Show as a table" }));
    expect(screen.getByRole("rowheader", { name: "Fri, Dec 30" }).parentElement).toHaveTextContent(
      "This time zone skipped this day.",
    );
    expect(container.querySelectorAll("[data-week-table] tbody")).toHaveLength(7);
    expect(screen.getByText("0 h").parentElement).toHaveAttribute(
      "title",
      "This time zone skipped this day.",
    );
    await userEvent.setup().click(screen.getByRole("button", { name: "Month" }));
    await userEvent.setup().click(screen.getByRole("button", { name: /^Friday, December 30, 2011/ }));
    expect(screen.getAllByText("This time zone skipped this day.").at(-1)).toBeVisible();
  });

  it("[PV19] on paper the preview says its schedule, zone and time", () => {
    const { container } = preview();
    expect(container.querySelector("[data-print]")).toHaveAttribute("data-print", "Support");
    const about = container.querySelector("[data-print-about]")?.getAttribute("data-print-about");
    expect(about).toMatch(/^America\/New York · Wednesday, October 28, 2026 at 12:00\sPM$/);
  });

  it("[PV19] a press prints", async () => {
    const print = jest.spyOn(window, "print").mockImplementation(() => undefined);
    const { user } = preview();
    await user.click(screen.getByRole("button", { name: "Print" }));
    expect(print).toHaveBeenCalledTimes(1);
    print.mockRestore();
  });

  it("[PV6] the hour that clocks skip is drawn at its place", () => {
    // The day in March without an hour from 2 to 3.
    const { container } = show(
      <PreviewPanel
        schedule={support}
        rules={new Map([[hours.id, hours]])}
        now={Date.parse("2026-03-10T16:00:00Z")}
      />,
    );
    expect(screen.getByText("23 h").parentElement).toHaveAttribute(
      "title",
      "This day has 23 hours: clocks go forward.",
    );
    expect(screen.queryByText("24 h")).toBeNull();
    const drawn = [...container.querySelectorAll<HTMLElement>('[title="Skipped by the clock change"]')];
    expect(drawn.map(({ style: { top, height } }) => [parseFloat(top), parseFloat(height)])).toEqual([
      [expect.closeTo(100 / 12), expect.closeTo(100 / 24)],
    ]);
  });

  it("[PV7] the preview answers for a given date and time", () => {
    preview({ ...support, rules: ["hours", "night"] });
    const ask = (date: string, time: string): string => {
      fireEvent.change(screen.getByLabelText("Date"), { target: { value: date } });
      fireEvent.change(screen.getByLabelText("Time"), { target: { value: time } });
      return screen.getByRole("region", { name: "Status at a date and time" }).textContent ?? "";
    };
    expect(ask("2026-12-25", "09:00")).toContain("OpenDecided by Open hours");
    expect(ask("2026-12-26", "09:00")).toContain("ClosedNo rule applies");
    expect(ask("2026-03-08", "02:15")).toMatch(/OpenDecided by Night.*Clocks skip this time/);
    expect(ask("2026-11-01", "01:30")).toMatch(/Clocks show this time twice/);
    expect(ask("", "01:30")).toContain("Choose a date and a time.");
  });

  it("[PV4] the week after another locale begins on that locale's first weekday", () => {
    const day = parseDate("2026-10-28") ?? 0;
    expect(weekStart(day, firstWeekdayOf("de-DE")) - day).toBe(-2);
    expect(weekStart(day, firstWeekdayOf("en-US")) - day).toBe(-3);
  });

  it("[PV8] the preview has no axe violations", async () => {
    expect(await axeProblems(preview().container)).toEqual([]);
  });

  it("[PV8] the preview of a manual close in an unknown zone has no axe violations", async () => {
    expect(await axeProblems(preview({ ...support, manualClose: true }).container)).toEqual([]);
    expect(await axeProblems(preview({ ...support, timeZone: "Mars/Olympus" }).container)).toEqual([]);
  });
});
