import { useState } from "react";
import { RuleEditor } from "../../../plugin/src/features/rule-editor/rule-editor";
import { NextDays } from "../../../plugin/src/features/rule-editor/next-days";
import { UsedBy } from "../../../plugin/src/features/rule-editor/used-by";
import type { Rule } from "@schedule-manager/shared/model/model";
import { newRule } from "@schedule-manager/shared/editing/rule-form/new-rule";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TODAY } from "./items";
import { axeProblems, show } from "./render";

const hours: Rule = {
  id: "hours",
  name: "Open hours",
  isOpen: true,
  dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
};

const LIBRARY: ReadonlyMap<string, Rule> = new Map(
  [
    { id: "christmas", name: "Christmas", isOpen: false, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" },
    { id: "boxing", name: "Boxing Day", isOpen: false, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26" },
  ].map((rule) => [rule.id, rule]),
);

/** The editor over a draft, as the view renders it. `last` is the current draft. */
function edit(rule: Rule, more: { readonly readOnly?: boolean; readonly locale?: string } = {}) {
  const made: Rule[] = [rule];
  function Scene() {
    const [draft, setDraft] = useState(rule);
    return (
      <>
        <RuleEditor
          rule={draft}
          rulesById={LIBRARY}
          readOnly={more.readOnly ?? false}
          reasons={["holiday", "lunch"]}
          onChange={(next) => {
            made.push(next);
            setDraft(next);
          }}
        />
        <NextDays rule={draft} rulesById={LIBRARY} today={TODAY} />
        <button
          onClick={() => {
            setDraft(rule);
          }}
        >
          take back
        </button>
      </>
    );
  }
  const { container } = show(<Scene />, more.locale);
  return { container, user: userEvent.setup(), last: () => made[made.length - 1], made };
}

const choose = async (
  user: ReturnType<typeof userEvent.setup>,
  label: string,
  option: string,
): Promise<void> => {
  await user.selectOptions(screen.getByLabelText(label), option);
};
const fill = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(new RegExp(label)), { target: { value } });
};
const nextDays = (): string[] =>
  within(screen.getByRole("region", { name: "Next days" }))
    .queryAllByRole("listitem")
    .map(({ textContent }) => textContent ?? "");

describe("rule editor", () => {
  it("[RE1] opening a rule shows it and changes nothing", () => {
    const { made } = edit(hours);
    expect(screen.getByLabelText(/Name/)).toHaveValue("Open hours");
    expect(screen.getByRole("radio", { name: "Open" })).toBeChecked();
    expect(screen.getByLabelText(/From$/)).toHaveValue("08:00");
    expect(screen.getByRole("button", { name: "Monday", pressed: true })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Sunday", pressed: false })).toBeInTheDocument();
    expect(made).toEqual([hours]);
  });

  it("[RE2] an edit updates the draft at once and changes only the edited fields", async () => {
    const { user, last } = edit(hours);
    await user.type(screen.getByLabelText(/Name/), "!");
    expect(last()).toEqual({ ...hours, name: "Open hours!" });
    await user.click(screen.getByRole("button", { name: "Saturday" }));
    expect(last()).toEqual({
      ...hours,
      name: "Open hours!",
      dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
    });
    await user.click(screen.getByRole("button", { name: "Saturday" }));
    expect(last()).toEqual({ ...hours, name: "Open hours!" });
  });

  it("[RE3] a closed rule has a reason field that suggests the reasons in use", async () => {
    const { user, last } = edit(hours);
    expect(screen.queryByLabelText("Reason")).toBeNull();
    await user.click(screen.getByRole("radio", { name: "Closed" }));
    await user.type(screen.getByRole("combobox", { name: "Reason" }), "ho");
    const list = screen.getByRole("listbox", { name: "Reason" });
    expect(
      within(list)
        .getAllByRole("option")
        .map(({ textContent }) => textContent),
    ).toEqual(["holiday"]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(last()).toMatchObject({ isOpen: false, closedReason: "holiday" });
    await user.clear(screen.getByRole("combobox", { name: "Reason" }));
    await user.type(screen.getByRole("combobox", { name: "Reason" }), "inventory");
    expect(last()).toMatchObject({ closedReason: "inventory" });
  });

  it("[RE4] a rule that ends after midnight is labelled as overnight", () => {
    const { last } = edit(hours);
    fill("From$", "22:00");
    fill("To$", "06:00");
    expect(last()).toMatchObject({ startTime: "22:00", endTime: "06:00" });
    expect(screen.getByText(/Runs overnight and ends at 6:00 AM the next day/)).toBeInTheDocument();
  });

  it.each([
    ["Daily", {}, { dateRRule: "RRULE:FREQ=DAILY" }],
    ["Does not repeat", { Date: "2026-12-24" }, { startDate: "2026-12-24", endDate: "2026-12-24" }],
    ["Monthly", {}, { dateRRule: "RRULE:FREQ=MONTHLY;BYMONTHDAY=1" }],
    ["Yearly", {}, { dateRRule: "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1" }],
  ])('[RE5] choosing "%s" sets the recurrence', async (repeat, fields, expected) => {
    const { user, last } = edit(hours);
    await choose(user, "Repeats", repeat);
    for (const [label, value] of Object.entries(fields)) fill(`${label}$`, value);
    const { dateRRule: _, ...rest } = hours;
    expect(last()).toEqual({ ...rest, ...expected });
  });

  it("[RE5] a monthly rule takes an interval, a weekday of the month, a count and a start date", async () => {
    const { user, last } = edit(hours);
    await choose(user, "Repeats", "Monthly");
    await user.clear(screen.getByLabelText("Every"));
    await user.type(screen.getByLabelText("Every"), "2");
    await user.click(screen.getByRole("radio", { name: "A weekday of the month" }));
    await choose(user, "Which", "Last");
    await choose(user, "Weekday", "Friday");
    await choose(user, "Ends", "After a number of occurrences");
    fill("Start date", "2026-09-01");
    expect(last()).toMatchObject({
      dateRRule: "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=10",
      startDate: "2026-09-01",
    });
    expect(nextDays()[0]).toContain("Fri, Sep 25, 2026");
  });

  it("[RE5] the count and the interval accept typed numbers", async () => {
    const { user, last } = edit(hours);
    fill("Start date", "2026-09-01");
    await choose(user, "Ends", "After a number of occurrences");
    const times = screen.getByRole("textbox", { name: /^(Required: )?Number of times|times/i });
    await user.clear(times);
    await user.type(times, "25");
    expect(times).toHaveValue("25");
    expect(last()?.dateRRule).toContain("COUNT=25");
    await user.clear(screen.getByLabelText("Every"));
    await user.type(screen.getByLabelText("Every"), "12");
    expect(screen.getByLabelText("Every")).toHaveValue("12");
    expect(last()?.dateRRule).toContain("INTERVAL=12");
  });

  it("[RE5] the lists contain every day of a month and the last, every month and weekday, and first to fifth and last", async () => {
    const { user } = edit(hours);
    const options = (label: string): readonly (readonly [string, string])[] =>
      within(screen.getByLabelText(label))
        .getAllByRole("option")
        .map((option) => [(option as HTMLOptionElement).value, option.textContent ?? ""]);
    await choose(user, "Repeats", "Yearly");
    expect(options("Day")).toEqual([
      ...Array.from({ length: 31 }, (_, index) => [String(index + 1), String(index + 1)]),
      ["-1", "Last day"],
    ]);
    const months = options("Month");
    expect(months.map(([value]) => Number(value))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([months[0]?.[1], months[11]?.[1]]).toEqual(["January", "December"]);
    await user.click(screen.getByRole("radio", { name: "A weekday of the month" }));
    expect(options("Which").map(([value]) => value)).toEqual(["1", "2", "3", "4", "5", "-1"]);
    const weekdays = options("Weekday").map(([, text]) => text);
    expect([weekdays.length, weekdays[0], weekdays[6]]).toEqual([7, "Sunday", "Saturday"]);
  });

  it("[RE6] a recurrence that the fields cannot express is shown as text and kept", async () => {
    const odd = { ...hours, dateRRule: "rrule:freq=monthly;byday=mo,tu,we,th,fr;bysetpos=-1;wkst=su" };
    const { user, last } = edit(odd);
    expect(screen.getByLabelText(/Recurrence rule/)).toHaveValue(odd.dateRRule);
    await user.type(screen.getByLabelText(/Name/), "!");
    expect(last()).toEqual({ ...odd, name: "Open hours!" });
    await user.clear(screen.getByLabelText(/Recurrence rule/));
    await user.type(screen.getByLabelText(/Recurrence rule/), "FREQ=HOURLY");
    expect(
      screen.getByText(/FREQ=HOURLY is not possible|Use DAILY, WEEKLY, MONTHLY or YEARLY/),
    ).toBeInTheDocument();
    expect(nextDays()).toEqual([]);
  });

  it("[RE19] lines pasted with a recurrence move to their fields, and the recurrence is normalized", () => {
    const { last } = edit({ ...hours, dateRRule: "FREQ=YEARLY;BYYEARDAY=100" });
    fireEvent.change(screen.getByLabelText(/Recurrence rule/), {
      target: {
        value:
          "DTSTART;TZID=Europe/Paris:20260907T090000\nRRULE:FREQ=YEARLY;BYYEARDAY=250, 260;\nEXDATE:20260917T090000Z\nRDATE:20261224,20261231",
      },
    });
    expect(last()).toEqual({
      ...hours,
      dateRRule: "FREQ=YEARLY;BYYEARDAY=250,260",
      startDate: "2026-09-07",
      dates: ["2026-12-24", "2026-12-31"],
      exceptDates: ["2026-09-17"],
    });
  });

  it("[RE19] a recurrence typed with a trailing semicolon is normalized", () => {
    const { last } = edit({ ...hours, dateRRule: "FREQ=YEARLY;BYYEARDAY=100" });
    const field = screen.getByLabelText(/Recurrence rule/);
    fireEvent.change(field, { target: { value: "FREQ=YEARLY;BYYEARDAY=100;" } });
    expect(field).toHaveValue("FREQ=YEARLY;BYYEARDAY=100;");
    fireEvent.change(field, { target: { value: "FREQ=YEARLY;; BYYEARDAY=101;" } });
    expect(last()).toMatchObject({ dateRRule: "FREQ=YEARLY;BYYEARDAY=101" });
  });

  it("[RE7] dates can be added and removed", async () => {
    const { user, last } = edit(hours);
    const also = screen.getByRole("group", { name: "Also on" });
    fireEvent.change(within(also).getByLabelText("Also on"), { target: { value: "2026-12-24" } });
    await user.click(within(also).getByRole("button", { name: "Add" }));
    expect(last()).toMatchObject({ dates: ["2026-12-24"] });
    await user.click(within(also).getByRole("button", { name: "Remove Thu, Dec 24, 2026" }));
    expect(last()).toEqual(hours);
  });

  it("[RE8] the list of the next five days follows each edit", async () => {
    const { user } = edit(hours);
    expect(nextDays()).toHaveLength(5);
    expect(nextDays()[0]).toMatch(/Fri, Sep 4, 2026 · Today.*8:00/);
    await user.click(screen.getByRole("button", { name: "Friday" }));
    expect(nextDays()[0]).toMatch(/Mon, Sep 7, 2026/);
  });

  it("[RE15] an exception covers its hours or the whole day", async () => {
    const { user, last } = edit(hours);
    const choice = screen.getByRole("group", { name: "Exception" });
    expect(within(choice).getByRole("radio", { name: "No" })).toBeChecked();
    await user.click(within(choice).getByRole("radio", { name: "For the whole day" }));
    expect(last()).toEqual({ ...hours, exception: "day" });
    await user.click(within(choice).getByRole("radio", { name: "For its hours" }));
    expect(last()).toEqual({ ...hours, exception: true });
    await user.click(within(choice).getByRole("radio", { name: "No" }));
    expect(last()).toEqual(hours);
  });

  it("[RE16] the rules that relative days refer to are chosen by name", async () => {
    const { user, last } = edit({ id: "new", name: "Eve", isOpen: true });
    await choose(user, "Repeats", "Before or after other rules");
    const rules = screen.getByRole("combobox", { name: "The days of these rules" });
    expect(rules).toHaveAccessibleDescription("Choose at least one rule.");
    await user.type(rules, "chr");
    await user.keyboard("{Enter}");
    expect(last()).toEqual({
      id: "new",
      name: "Eve",
      isOpen: true,
      dates: [],
      relativeTo: { rules: ["christmas"], days: -1 },
    });
    expect(nextDays()[0]).toMatch(/Thu, Dec 24, 2026/);
    await choose(user, "Applies on", "The next working day after");
    await user.type(screen.getByRole("combobox", { name: "But not the days of these rules" }), "box");
    await user.keyboard("{Enter}");
    await user.click(
      within(screen.getByRole("group", { name: "Only for their days on" })).getByRole("button", {
        name: "Friday",
      }),
    );
    expect(last()?.relativeTo).toEqual({
      rules: ["christmas"],
      days: 1,
      onlyOn: ["FR"],
      workingDays: { weekdays: ["MO", "TU", "WE", "TH", "FR"], except: ["boxing"] },
    });
    expect(nextDays()[0]).toMatch(/Mon, Dec 28, 2026/);
    await user.click(screen.getByRole("button", { name: "Remove Christmas" }));
    expect(nextDays()).toEqual([]);
  });

  it("[RE9] a problem is shown at its field and linked to it", async () => {
    const { user } = edit(hours);
    await user.clear(screen.getByLabelText(/Name/));
    expect(screen.getByLabelText(/Name/)).toHaveAccessibleDescription("Give the rule a name.");
    fill("To$", "");
    expect(screen.getByLabelText(/To$/)).toHaveAccessibleDescription("Choose a time.");
    await choose(user, "Ends", "On a date");
    expect(screen.getByLabelText(/Last day/)).toHaveAccessibleDescription("Choose a date.");
  });

  it("[RE9] a new rule shows no problem before the first edit", () => {
    edit({ id: "new-1", ...newRule() });
    expect(screen.queryByText("Give the rule a name.")).toBeNull();
    expect(screen.getByLabelText(/Name/)).toHaveFocus();
  });

  it("[RE10] an undone draft resets the form to the draft's values", async () => {
    const { user } = edit(hours);
    await user.type(screen.getByLabelText(/Name/), "!");
    await user.click(screen.getByRole("button", { name: "take back" }));
    expect(screen.getByLabelText(/Name/)).toHaveValue("Open hours");
  });

  it("[RE11] while somebody else edits the rule, the form is readable and read-only", () => {
    const { container } = edit({ ...hours, dates: ["2026-12-24"] }, { readOnly: true });
    const controls = [...container.querySelectorAll("input, select, textarea")];
    expect(controls.length).toBeGreaterThan(8);
    expect(controls.filter((control) => !(control as HTMLInputElement).disabled)).toEqual([]);
    expect(screen.queryByRole("button", { name: /Remove/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Monday" })).toBeDisabled();
  });

  it("[RE12] the editor lists the schedules that use the rule", async () => {
    const opened: string[] = [];
    show(<UsedBy schedules={[{ id: "s", name: "Support" }]} onOpen={(id) => opened.push(id)} />);
    await userEvent.click(screen.getByRole("button", { name: "Support" }));
    expect(opened).toEqual(["s"]);
  });

  it.each([
    ["weekly", hours],
    [
      "monthly, closed",
      { ...hours, isOpen: false, dateRRule: "FREQ=MONTHLY;BYDAY=-1FR", dates: ["2026-12-24"] },
    ],
    ["custom", { ...hours, dateRRule: "FREQ=YEARLY;BYYEARDAY=100" }],
    ["with problems", { ...hours, name: "", startDate: "2026-02-01", endDate: "2026-01-01" }],
  ])("[RE13] the editor has no axe violations: %s", async (_, rule) => {
    const { container } = edit(rule);
    expect(await axeProblems(container)).toEqual([]);
  });
});
