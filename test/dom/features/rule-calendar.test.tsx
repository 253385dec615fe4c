import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { RuleCalendar } from "../../../plugin/src/features/preview/rule-calendar";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { axeProblems, show } from "./render";

const always: Rule = { id: "always", name: "Always", isOpen: true };
const closing: Rule = {
  id: "closing",
  name: "Stocktaking",
  isOpen: false,
  closedReason: "stocktaking",
  dates: ["2027-01-04"],
};
const moved: Rule = { ...closing, dates: ["2027-01-05"] };
const schedule = (id: string, name: string, rules: readonly string[]): Schedule => ({
  id,
  name,
  timeZone: "Europe/Berlin",
  manualClose: true,
  rules,
});
const SUPPORT = schedule("support", "Support", ["always", "closing"]);
const SALES = schedule("sales", "Sales", ["closing"]);
const NOW = Date.parse("2026-12-16T12:00:00Z");

function calendar(rule: Rule, before: Rule | null, users: readonly Schedule[]) {
  const asked: string[] = [];
  const { container } = show(
    <RuleCalendar
      rule={rule}
      before={before}
      users={users}
      rules={new Map([always, rule].map((one) => [one.id, one]))}
      now={NOW}
      onEditRule={(id) => asked.push(id)}
    />,
  );
  return { container, asked, user: userEvent.setup() };
}

const day = (name: RegExp) => screen.getByRole("button", { name });

describe("the calendar of a rule", () => {
  it("[PV16] begins with the rule's next days and marks them, without the schedule's manual close", async () => {
    const { container } = calendar(closing, closing, [SUPPORT]);
    expect(screen.getByRole("grid", { name: "January 2027" })).toBeVisible();
    const closed = day(/January 4, 2027: Closed: stocktaking .* The rule applies$/);
    expect(closed).toHaveAttribute("data-rule");
    expect(day(/January 5, 2027: Open as usual/)).not.toHaveAttribute("data-rule");
    expect(container.querySelector("button[data-changed]")).toBeNull();
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[PV16] marks the days that unpublished changes change, and says what they were", async () => {
    const { user, container, asked } = calendar(moved, closing, [SUPPORT]);
    expect([...container.querySelectorAll("button[data-changed] b")].map((one) => one.textContent)).toEqual([
      "4",
      "5",
    ]);
    await user.click(day(/January 4, 2027: Open as usual .* Your changes take effect$/));
    expect(
      screen.getByText(/^Before your changes: Monday, January 4, 2027: Closed: stocktaking/),
    ).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Edit Always" }));
    expect(asked).toEqual(["always"]);
    await user.click(day(/January 5, 2027: Closed: stocktaking/));
    expect(screen.queryByRole("button", { name: "Edit Stocktaking" })).toBeNull();
  });

  it("[PV16] a new rule changes the days on which it decides", () => {
    const { container } = calendar(closing, null, [SUPPORT]);
    expect(container.querySelectorAll("button[data-changed]")).toHaveLength(1);
  });

  it("[PV16] shows the chosen schedule, for which the same changes may change nothing but the reason", async () => {
    const { user } = calendar(moved, closing, [SUPPORT, SALES]);
    await user.selectOptions(screen.getByLabelText("Schedule"), "Sales");
    expect(day(/January 6, 2027: Closed as usual/)).toBeVisible();
    expect(day(/January 5, 2027: Closed: stocktaking .* Your changes take effect$/)).toBeVisible();
  });

  it("[PV16] a rule that no schedule uses is shown alone", () => {
    calendar(closing, closing, []);
    expect(screen.getByText(/^No schedule uses this rule yet/)).toBeVisible();
    expect(document.querySelector("[data-print-about]")?.getAttribute("data-print-about")).toMatch(
      /^Closed: stocktaking · On Jan 4, 2027 · UTC · /,
    );
    expect(day(/January 4, 2027: Closed: stocktaking/)).toBeVisible();
  });

  it("[PV16] a rule that has ended begins with today's month", () => {
    const ended = { ...closing, dates: ["2020-01-06"] };
    calendar(ended, ended, [SUPPORT]);
    expect(screen.getByRole("grid", { name: "December 2026" })).toBeVisible();
  });

  it("[PV16] the calendar follows the rule, and can be used where the form is read-only", () => {
    const shown = (rule: Rule) => (
      <FieldsDisabled value>
        <RuleCalendar
          rule={rule}
          before={closing}
          users={[SUPPORT]}
          rules={new Map([always, rule].map((one) => [one.id, one]))}
          now={NOW}
          onEditRule={() => undefined}
        />
      </FieldsDisabled>
    );
    const { rerender, container } = show(shown(closing));
    expect(screen.getByLabelText("Schedule")).toBeEnabled();
    expect(container.querySelector("button[data-changed]")).toBeNull();
    rerender(shown(moved));
    expect(container.querySelectorAll("button[data-changed]")).toHaveLength(2);
    expect(day(/January 5, 2027: Closed: stocktaking/)).toHaveAttribute("data-rule");
    expect(day(/January 4, 2027: Open as usual/)).not.toHaveAttribute("data-rule");
  });

  it("[PV16] the legend explains the marks", () => {
    calendar(closing, closing, [SUPPORT]);
    const legend = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(legend.slice(-2)).toEqual(["The rule applies", "Your changes take effect"]);
  });

  it("[PV19] prints what the rule says and for which schedule, in each view", async () => {
    const print = jest.spyOn(window, "print").mockImplementation(() => undefined);
    const { user, container } = calendar(closing, closing, [SALES, SUPPORT]);
    const about = () => container.querySelector("[data-print-about]")?.getAttribute("data-print-about");
    expect(container.querySelector("[data-print]")).toHaveAttribute("data-print", "Stocktaking");
    expect(about()).toMatch(
      /^Closed: stocktaking · On Jan 4, 2027 · Sales · Europe\/Berlin · Wednesday, December 16, 2026 at 1:00/,
    );
    await user.selectOptions(screen.getByLabelText("Schedule"), "Support");
    expect(about()).toContain(" · Support · ");
    expect(screen.getByLabelText("Schedule").closest("[data-screen-only]")).not.toBeNull();
    for (const [index, view] of ["Month", "Year", "Week"].entries()) {
      await user.click(screen.getByRole("button", { name: view }));
      await user.click(screen.getByRole("button", { name: "Print" }));
      expect(print).toHaveBeenCalledTimes(index + 1);
    }
    expect(container.querySelector("[data-print] [data-week-table]")).not.toBeNull();
    print.mockRestore();
  });
});
