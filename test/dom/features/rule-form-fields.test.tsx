import { useState } from "react";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import type { Rule } from "@schedule-manager/shared/model/model";
import { NextDays } from "../../../plugin/src/features/rule-editor/next-days";
import { RuleEditor } from "../../../plugin/src/features/rule-editor/rule-editor";
import { TODAY } from "./items";
import { show } from "./render";

const HOURS: Rule = { id: "hours", name: "Hours", isOpen: true, startTime: "08:00", endTime: "17:00" };
const CHRISTMAS: Rule = {
  id: "christmas",
  name: "Christmas",
  isOpen: false,
  dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
};
const LIBRARY = new Map(
  [CHRISTMAS, { ...CHRISTMAS, id: "boxing", name: "Boxing Day" }, HOURS].map((rule) => [rule.id, rule]),
);
const rule = (dateRRule: string, more: Partial<Rule> = {}): Rule => ({ ...HOURS, dateRRule, ...more });
const relative = (more: Partial<NonNullable<Rule["relativeTo"]>>): Rule => ({
  ...HOURS,
  dates: [],
  relativeTo: { rules: ["christmas"], days: -1, ...more },
});

/** The form over a draft. */
function form(initial: Rule, reasons: readonly string[] = []) {
  const made: Rule[] = [];
  function Scene() {
    const [draft, setDraft] = useState(initial);
    return (
      <>
        <RuleEditor
          rule={draft}
          rulesById={LIBRARY}
          readOnly={false}
          reasons={reasons}
          onChange={(next) => {
            made.push(next);
            setDraft(next);
          }}
        />
        <NextDays rule={draft} rulesById={LIBRARY} today={TODAY} />
      </>
    );
  }
  show(<Scene />);
  return { made, last: () => made.at(-1) };
}

const days = (): HTMLElement => screen.getByRole("region", { name: "Days" });
/** The labels of the part about days. */
const labels = (): readonly string[] =>
  [...days().querySelectorAll("label, legend")].map(({ textContent }) =>
    (textContent ?? "").replace(/^Required/, "*").trim(),
  );
const field = (label: string): HTMLElement =>
  within(days()).getByLabelText(new RegExp(`^(Required)?${label}$`));
const fill = (label: string, value: string): void => {
  fireEvent.change(field(label), { target: { value } });
};
const options = (label: string): readonly string[] =>
  within(field(label))
    .getAllByRole("option")
    .map(({ textContent }) => textContent ?? "");
const addDate = (label: string, date: string): void => {
  const group = within(screen.getByRole("group", { name: new RegExp(`${label}$`) }));
  fireEvent.change(group.getByLabelText(new RegExp(`${label}$`)), { target: { value: date } });
  fireEvent.click(group.getByRole("button", { name: "Add" }));
};

const ON_DAY = ["On", "A day of the month", "A weekday of the month"];
const BOUNDS = ["Start date", "Ends", "Also on", "Not on"];

describe("the fields about a rule's days", () => {
  it.each<[string, Rule, readonly string[]]>([
    [
      "one day",
      { ...HOURS, startDate: "2026-12-24", endDate: "2026-12-24" },
      ["Repeats", "*Date", "Also on"],
    ],
    ["each day", rule("FREQ=DAILY"), ["Repeats", "Every", ...BOUNDS]],
    ["each week", rule("FREQ=WEEKLY;BYDAY=MO"), ["Repeats", "Every", "On", ...BOUNDS]],
    [
      "a day of each month",
      rule("FREQ=MONTHLY;BYMONTHDAY=4"),
      ["Repeats", "Every", ...ON_DAY, "Day", ...BOUNDS],
    ],
    [
      "a weekday of each month",
      rule("FREQ=MONTHLY;BYDAY=2TU"),
      ["Repeats", "Every", ...ON_DAY, "Which", "Weekday", ...BOUNDS],
    ],
    [
      "the day of the start, each month",
      rule("FREQ=MONTHLY", { startDate: "2026-09-07" }),
      ["Repeats", "Every", ...ON_DAY, "The day of the start date", ...BOUNDS],
    ],
    [
      "a day of each year",
      rule("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4"),
      ["Repeats", "Every", "Month", ...ON_DAY, "Day", ...BOUNDS],
    ],
    [
      "the day of the start, each year",
      rule("FREQ=YEARLY", { startDate: "2026-09-07" }),
      ["Repeats", "Every", ...ON_DAY, "The day of the start date", ...BOUNDS],
    ],
    ["listed days", { ...HOURS, dates: ["2026-12-24"] }, ["Repeats", "*Dates"]],
    [
      "a last day",
      rule("FREQ=DAILY", { endDate: "2026-12-24" }),
      ["Repeats", "Every", "Start date", "Ends", "*Last day", "Also on", "Not on"],
    ],
    [
      "a count",
      rule("FREQ=DAILY;COUNT=3", { startDate: "2026-09-07" }),
      ["Repeats", "Every", "*Start date", "Ends", "*Times", "Also on", "Not on"],
    ],
    [
      "an interval",
      rule("FREQ=DAILY;INTERVAL=3", { startDate: "2026-09-07" }),
      ["Repeats", "Every", "*Start date", "Ends", "Also on", "Not on"],
    ],
    [
      "days relative to others",
      relative({}),
      [
        "Repeats",
        "How many days",
        "Applies on",
        "The days of these rules",
        "Only for their days on",
        "Start date",
        "Ends",
        "Not on",
      ],
    ],
    [
      "working days relative to others",
      relative({ workingDays: { weekdays: ["MO"], except: [] } }),
      [
        "Repeats",
        "How many days",
        "Applies on",
        "The days of these rules",
        "Working days are",
        "But not the days of these rules",
        "Only for their days on",
        "Start date",
        "Ends",
        "Not on",
      ],
    ],
    ["a recurrence as text", rule("FREQ=YEARLY;BYYEARDAY=9"), ["Repeats", "*Recurrence rule", ...BOUNDS]],
  ])("[RE5] of %s are those that it needs", (_case, shown, expected) => {
    form(shown);
    expect(labels()).toEqual(expected);
  });

  it("[RE5] a recurrence as text contains its own count, and relative days have none", () => {
    const three = ["Never", "On a date", "After a number of occurrences"];
    for (const [shown, offered] of [
      [rule("FREQ=DAILY"), three],
      [rule("FREQ=YEARLY;BYYEARDAY=9"), three.slice(0, 2)],
      [relative({}), three.slice(0, 2)],
    ] as const) {
      form(shown);
      expect(options("Ends")).toEqual(offered);
      cleanup();
    }
  });

  it("[RE5] the unit follows the number, and the help says what a start date is for", () => {
    form(rule("FREQ=WEEKLY;BYDAY=MO", { startDate: "2026-09-07" }));
    const optional = "Optional. The rule does not apply before it.";
    expect(screen.getByText("week")).toBeVisible();
    expect(field("Start date")).toHaveAccessibleDescription(optional);
    fill("Every", "2");
    expect(screen.getByText("weeks")).toBeVisible();
    expect(field("Start date")).toHaveAccessibleDescription("The interval is counted from this date.");
    fill("Every", "1");
    fill("Ends", "after");
    expect(field("Start date")).toHaveAccessibleDescription("The interval is counted from this date.");
    expect(screen.getByText("times")).toBeVisible();
    fill("Times", "1");
    expect(screen.getByText("time")).toBeVisible();
    cleanup();
    form(relative({}));
    expect(field("Start date")).toHaveAccessibleDescription(optional);
  });

  it("[RE5] a month without the chosen day is skipped, which the field says for months only", () => {
    const skipped = "Months without this day are skipped.";
    form(rule("FREQ=MONTHLY;BYMONTHDAY=28"));
    expect(screen.queryByText(skipped)).toBeNull();
    fill("Day", "29");
    expect(screen.getByText(skipped)).toBeVisible();
    cleanup();
    form(rule("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=29"));
    expect(screen.queryByText(skipped)).toBeNull();
  });

  it("[RE2] each field about days changes its own part of the rule", () => {
    const yearly = rule("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4");
    const { last, made } = form(yearly);
    fill("Month", "6");
    fill("Day", "-1");
    expect(last()).toEqual({ ...yearly, dateRRule: "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1" });
    addDate("Not on", "2027-06-30");
    addDate("Also on", "2027-07-01");
    const more = { exceptDates: ["2027-06-30"], dates: ["2027-07-01"] };
    expect(last()).toEqual({ ...yearly, dateRRule: "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", ...more });
    const before = made.length;
    // A bound without its day is none yet.
    fill("Ends", "on");
    expect(made).toHaveLength(before);
    fill("Last day", "2030-01-01");
    expect(last()).toMatchObject({ ...more, endDate: "2030-01-01" });
    fill("Last day", "2020-01-01");
    fill("Start date", "2026-01-01");
    expect(field("Last day")).toHaveAccessibleDescription("The last day is before the start date.");
  });

  it("[RE2] one day, listed days and a weekday of the month change theirs", () => {
    const once = form({ ...HOURS, startDate: "2026-12-24", endDate: "2026-12-24" });
    fill("Date", "2026-12-25");
    expect(once.last()).toEqual({ ...HOURS, startDate: "2026-12-25", endDate: "2026-12-25" });
    addDate("Also on", "2026-12-31");
    expect(once.last()).toMatchObject({ startDate: "2026-12-25", dates: ["2026-12-31"] });
    fill("Date", "");
    expect(field("Date")).toHaveAccessibleDescription("Choose a date.");
    cleanup();
    const listed = form({ ...HOURS, dates: ["2026-12-24"] });
    addDate("Dates", "2026-12-20");
    expect(listed.last()).toEqual({ ...HOURS, dates: ["2026-12-20", "2026-12-24"] });
    fireEvent.click(screen.getByRole("button", { name: "Remove Sun, Dec 20, 2026" }));
    fireEvent.click(screen.getByRole("button", { name: "Remove Thu, Dec 24, 2026" }));
    expect(screen.getByText("Add at least one date.")).toBeVisible();
    cleanup();
    const monthly = form(rule("FREQ=MONTHLY;BYDAY=2TU"));
    fireEvent.click(screen.getByRole("radio", { name: "A day of the month" }));
    fill("Day", "7");
    expect(monthly.last()).toMatchObject({ dateRRule: "FREQ=MONTHLY;BYMONTHDAY=7" });
  });

  it.each([
    [relative({}), "The day before"],
    [relative({ days: 1 }), "The day after"],
    [relative({ days: -2, workingDays: { weekdays: ["MO"], except: [] } }), "2 working days before"],
    [relative({ workingDays: { weekdays: ["MO"], except: [] } }), "The last working day before"],
    [relative({ days: 3, workingDays: { weekdays: ["MO"], except: [] } }), "3 working days after"],
  ])("[RE16] the chosen words say the offset: case %#", (shown, words) => {
    form(shown);
    const select = field("Applies on") as HTMLSelectElement;
    expect(select.selectedOptions[0]).toHaveTextContent(words);
    expect(select.options).toHaveLength(4);
  });

  it("[RE16] distance, working days and exceptions are edited, and a rule is not relative to itself", () => {
    const { last } = form(relative({ days: 1, workingDays: { weekdays: ["MO"], except: ["boxing"] } }));
    fill("How many days", "4");
    expect(last()?.relativeTo?.days).toBe(4);
    fill("How many days", "40");
    expect(field("How many days")).toHaveAccessibleDescription("Enter a number from 1 to 31.");
    fill("How many days", "");
    // The words do not count to nothing.
    expect((field("Applies on") as HTMLSelectElement).selectedOptions[0]).toHaveTextContent(
      "The next working day after",
    );
    fill("How many days", "1");
    const working = within(screen.getByRole("group", { name: "Working days are" }));
    fireEvent.click(working.getByRole("button", { name: "Saturday" }));
    expect(last()?.relativeTo?.workingDays?.weekdays).toEqual(["MO", "SA"]);
    fireEvent.click(working.getByRole("button", { name: "Saturday" }));
    fireEvent.click(working.getByRole("button", { name: "Monday" }));
    expect(screen.getByText("Choose at least one weekday.")).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Remove Boxing Day" }));
    expect(screen.queryByText("Boxing Day")).toBeNull();
    const all = "None chosen: all of their days count.";
    expect(screen.getByText(all)).toBeVisible();
    const only = within(screen.getByRole("group", { name: "Only for their days on" }));
    fireEvent.click(only.getByRole("button", { name: "Friday" }));
    expect(screen.queryByText(all)).toBeNull();
    fireEvent.click(screen.getByRole("combobox", { name: "The days of these rules" }));
    const offered = within(screen.getByRole("listbox", { name: "The days of these rules" }));
    // Christmas is chosen already.
    expect(offered.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["Boxing Day"]);
  });

  it("[RE5] weekdays can be those of the start date", () => {
    const start = "None chosen: the weekday of the start date is used.";
    form(rule("FREQ=WEEKLY;BYDAY=MO", { startDate: "2026-09-09" }));
    expect(screen.queryByText(start)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Monday" }));
    expect(screen.getByText(start)).toBeVisible();
    fill("Start date", "");
    expect(screen.getByText("Choose at least one weekday.")).toBeVisible();
  });

  it("[RE19] pasted lines leave the start date and add to the dates that are there", () => {
    const custom = rule("FREQ=YEARLY;BYYEARDAY=9", {
      startDate: "2026-01-01",
      dates: ["2026-12-31"],
      exceptDates: ["2026-05-05"],
    });
    const { last } = form(custom);
    fill("Recurrence rule", "RRULE:FREQ=YEARLY;BYYEARDAY=8\nEXDATE:20260404\nRDATE:20261224,20261231");
    expect(last()).toEqual({
      ...custom,
      dateRRule: "FREQ=YEARLY;BYYEARDAY=8",
      dates: ["2026-12-24", "2026-12-31"],
      exceptDates: ["2026-04-04", "2026-05-05"],
    });
    fill("Recurrence rule", "FREQ=YEARLY;\r\n\r\nBYYEARDAY=7");
    expect(last()).toMatchObject({ dateRRule: "FREQ=YEARLY;BYYEARDAY=7" });
  });
});

describe("the other fields of a rule", () => {
  const times = (): HTMLElement => screen.getByRole("region", { name: "Time of day" });

  it("[RE4] only an end after midnight is marked, and an end at midnight is said", () => {
    form(HOURS);
    const to = within(times()).getByLabelText(/To$/);
    const said = (end: string): string => {
      fireEvent.change(to, { target: { value: end } });
      return within(times()).getByRole("status").textContent ?? "";
    };
    expect(said("17:00")).toBe("");
    expect(said("00:00")).toBe("Ends at midnight, the end of the day.");
    expect(said("07:59")).toMatch(/^Runs overnight and ends at 7:59.AM the next day/);
    expect(said("")).toBe("");
  });

  it("[RE2] all day has no times, and from – to keeps those that were typed", () => {
    const { last } = form(HOURS);
    expect(within(times()).getByRole("radio", { name: "From – to" })).toBeChecked();
    fireEvent.click(within(times()).getByRole("radio", { name: "All day" }));
    expect(last()).toEqual({ id: "hours", name: "Hours", isOpen: true });
    expect(within(times()).queryByLabelText(/From$/)).toBeNull();
    fireEvent.click(within(times()).getByRole("radio", { name: "From – to" }));
    expect(last()).toEqual(HOURS);
    fireEvent.change(within(times()).getByLabelText(/From$/), { target: { value: "" } });
    expect(within(times()).getByLabelText(/From$/)).toHaveAccessibleDescription("Choose a time.");
  });

  it("[RE3, RE15] a closed rule opens again without its reason, and the help explains the exception", () => {
    const { last } = form({ ...HOURS, isOpen: false, closedReason: "lunch" }, ["lunch", "holiday"]);
    const reason = screen.getByRole("combobox", { name: "Reason" });
    expect(reason).toHaveValue("lunch");
    fireEvent.change(reason, { target: { value: "lun\u0007ch" } });
    expect(reason).toHaveAccessibleDescription(/^Remove the character U\+0007/);
    fireEvent.click(screen.getByRole("radio", { name: "Open" }));
    expect(last()?.isOpen).toBe(true);
    expect(screen.queryByRole("combobox", { name: "Reason" })).toBeNull();
    expect(screen.getByText(/^Overrides every open or closed rule that is not an exception/)).toBeVisible();
    fireEvent.click(screen.getByRole("radio", { name: "For the whole day" }));
    expect(screen.getByText(/^Overrides every rule that is not an exception, also for/)).toBeVisible();
  });

  it("[RE9] a new rule whose name is typed and emptied lacks it, and a named one does not take the focus", () => {
    form({ ...HOURS, name: "" });
    const name = screen.getByLabelText(/Name$/);
    expect(name).toHaveFocus();
    expect(screen.queryByText("Give the rule a name.")).toBeNull();
    fireEvent.change(name, { target: { value: "A" } });
    fireEvent.change(name, { target: { value: "" } });
    expect(name).toHaveAccessibleDescription("Give the rule a name.");
    cleanup();
    form(HOURS);
    expect(screen.getByLabelText(/Name$/)).not.toHaveFocus();
  });

  it.each<[string, Rule, string | RegExp]>([
    ["a refused rule", rule("FREQ=HOURLY"), "Fix the fields with a problem to see the next days."],
    ["an ended rule", { ...HOURS, dates: ["2020-01-01"] }, "There are no further days."],
    ["a rule of today", { ...HOURS, dates: ["2026-09-04"] }, /^Fri, Sep 4, 2026 · Today8:00.AM – 5:00.PM$/],
    ["a rule of tomorrow", { ...HOURS, dates: ["2026-09-05"] }, /^Sat, Sep 5, 20268:00.AM – 5:00.PM$/],
  ])("[RE8] the next days of %s", (_case, shown, said) => {
    form(shown);
    const next = screen.getByRole("region", { name: "Next days" });
    if (typeof said === "string") expect(next).toHaveTextContent(`Next days${said}`);
    else expect(within(next).getByRole("listitem")).toHaveTextContent(said);
  });
});
