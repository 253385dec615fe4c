import { useMemo, useState } from "react";
import { readWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import { writeWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { axeProblems, show } from "./render";

jest.setTimeout(120_000);

const hours: Rule = {
  id: "hours",
  name: "Hours",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=TU",
  startTime: "08:00",
  endTime: "17:00",
};
const shared: Rule = { ...hours, id: "shared", name: "Shared hours", dateRRule: "FREQ=WEEKLY;BYDAY=TH" };
const holiday: Rule = {
  id: "holiday",
  name: "Holiday",
  isOpen: false,
  closedReason: "holiday",
  dates: ["2026-12-18"],
};
const SUPPORT: Schedule = {
  id: "s",
  name: "Support",
  timeZone: "America/New_York",
  manualClose: false,
  rules: [],
};
/** Wednesday noon in New York. */
const NOW = Date.parse("2026-12-16T17:00:00Z");

/** The calendar with hours that it changes, as the schedule's page does. */
function edit() {
  const made: WeeklyHours[] = [];
  const steps: string[] = [];
  function Scene() {
    const [own, setOwn] = useState<readonly Rule[]>([hours]);
    const rules = useMemo(() => new Map([...own, shared, holiday].map((rule) => [rule.id, rule])), [own]);
    const schedule = useMemo(() => ({ ...SUPPORT, rules: [...rules.keys()] }), [rules]);
    const read = useMemo(() => readWeeklyHours(schedule, rules, (id) => id === "shared"), [schedule, rules]);
    const editable = useMemo(
      () => ({
        ...read,
        onChange: (next: WeeklyHours) => {
          made.push(next);
          const { changed, created, removed } = writeWeeklyHours(own, next, ({ start }) => `from ${start}`);
          const values = new Map(changed.map(({ id, value }) => [id, value]));
          setOwn([
            ...own
              .filter(({ id }) => !removed.includes(id))
              .map((rule) => ({ ...(values.get(rule.id) ?? rule), id: rule.id })),
            ...created.map((value, index) => ({ ...value, id: `new ${made.length} ${index}` })),
          ]);
        },
        onUndo: () => steps.push("undo"),
        onRedo: () => steps.push("redo"),
      }),
      [own, read],
    );
    return (
      <PreviewPanel
        schedule={schedule}
        rules={rules}
        now={NOW}
        onEditRule={() => undefined}
        editable={editable}
      />
    );
  }
  const { container } = show(<Scene />);
  return { container, user: userEvent.setup(), made, last: () => made[made.length - 1], steps };
}

const block = (name: RegExp) => screen.getByRole("button", { name });
/** What the person does with a block. */
const PENDING = /Escape cancels it\.$/;
const TUESDAY = /Tuesday, December 15, 8:00 AM to 5:00 PM: Open/;

describe("blocks of the weekly hours in the calendar", () => {
  it("[WH10] arrow keys move a block by quarters and days, and Enter keeps the change and the focus", async () => {
    const { user, made, last } = edit();
    block(TUESDAY).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowLeft}");
    expect(screen.getByText(/^Monday, 8:30\sAM–5:30\sPM\. Enter keeps/)).toBeVisible();
    expect(made).toEqual([]);
    await user.keyboard("{Enter}");
    expect(last()).toEqual([[{ start: 510, end: 1050 }], [], [], [], [], [], []]);
    expect(document.activeElement).toHaveAccessibleName(/Monday, December 14, 8:30 AM to 5:30 PM: Open/);
    expect(screen.getByText(/^Weekly hours on Monday: 8:30\sAM–5:30\sPM/)).toBeVisible();
    // Without a change, Enter chooses the block.
    await user.keyboard("{Enter}");
    expect(made).toHaveLength(1);
    expect(screen.getByText(/every Monday, 8:30\sAM–5:30\sPM\. You can move/)).toBeVisible();
  });

  it("[WH10] Shift with arrow keys stretches a block, and leaving it keeps the change", async () => {
    const { user, made, last } = edit();
    block(TUESDAY).focus();
    await user.keyboard("{Shift>}{ArrowDown}{ArrowLeft}{/Shift}");
    expect(made).toEqual([]);
    await user.tab();
    expect(last()?.[1]).toEqual([{ start: 465, end: 1035 }]);
  });

  it("[WH10] Escape cancels a change, and Delete removes the block", async () => {
    const { user, made, last } = edit();
    block(TUESDAY).focus();
    await user.keyboard("{ArrowUp}{Escape}");
    expect(screen.queryByText(PENDING)).toBeNull();
    await user.tab();
    expect(made).toEqual([]);
    block(TUESDAY).focus();
    await user.keyboard("{Delete}");
    expect(last()).toEqual([[], [], [], [], [], [], []]);
    expect(document.activeElement).toHaveAccessibleName(/Tuesday, December 15, 12:00 AM to 12:00 AM: Closed/);
    expect(screen.getByText(/^Removed from the weekly hours: Tuesday/)).toBeVisible();
  });

  it("[WH10] Backspace removes a block too; Escape is the calendar's only while a change is pending", async () => {
    const { user, made, last } = edit();
    const outside: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void outside.push(key);
    document.addEventListener("keydown", hear);
    block(TUESDAY).focus();
    await user.keyboard("{ArrowUp}{Escape}");
    expect(outside).toEqual([]);
    await user.keyboard("{Escape}");
    expect(outside).toEqual(["Escape"]);
    expect(made).toEqual([]);
    await user.keyboard("{Backspace}");
    document.removeEventListener("keydown", hear);
    expect(outside).toEqual(["Escape"]);
    expect(last()).toEqual([[], [], [], [], [], [], []]);
  });

  it("[WH10] while a change is pending, its text replaces what decides the block", async () => {
    const { user } = edit();
    const chosen = /every Tuesday, 8:00\sAM–5:00\sPM\. You can move/;
    await user.click(block(TUESDAY));
    expect(screen.getByText(chosen)).toBeVisible();
    await user.keyboard("{ArrowDown}");
    expect(screen.getByText(PENDING)).toBeVisible();
    expect(screen.queryByText(chosen)).toBeNull();
    await user.keyboard("{Escape}");
    expect(screen.queryByText(PENDING)).toBeNull();
  });

  it("[WH11] a closed part of a day offers hours, whose block then has the focus", async () => {
    const { user, last } = edit();
    await user.click(block(/Monday, December 14, 12:00 AM to 12:00 AM: Closed/));
    await user.click(block(/^Open on Monday, 9:00\sAM–5:00\sPM$/));
    expect(last()?.[0]).toEqual([{ start: 540, end: 1020 }]);
    expect(document.activeElement).toHaveAccessibleName(/Monday, December 14, 9:00 AM to 5:00 PM: Open/);
  });

  it("[WH12] blocks of other rules keep their place under the arrow keys, and say why when chosen", async () => {
    const { user, made, container } = edit();
    await user.click(block(/Thursday, December 17, 8:00 AM to 5:00 PM: Open/));
    expect(screen.getByText(/^Other schedules or rules use this rule too/)).toBeVisible();
    await user.keyboard("{ArrowDown}{ArrowRight}{Delete}");
    await user.click(block(/Friday, December 18, .*Closed for holiday/));
    expect(screen.getByText(/^This block isn’t part of the weekly hours/)).toBeVisible();
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(made).toEqual([]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it("[WH12] the arrow keys of the other blocks pass by the blocks that move", async () => {
    const { user } = edit();
    block(/Tuesday, December 15, 12:00 AM to 8:00 AM: Closed/).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/Tuesday, December 15, 5:00 PM to 12:00 AM: Closed/);
  });

  it("[WH13] Ctrl+Z cancels a change that is not kept yet, then undoes and makes again", async () => {
    const { user, made, steps } = edit();
    block(TUESDAY).focus();
    await user.keyboard("{ArrowDown}{Control>}z{/Control}");
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(steps).toEqual([]);
    await user.keyboard("{Control>}z{/Control}{Control>}{Shift>}z{/Shift}{/Control}{Control>}y{/Control}");
    expect(steps).toEqual(["undo", "redo", "redo"]);
    screen.getByLabelText("Go to date").focus();
    await user.keyboard("{Control>}z{/Control}");
    expect(steps).toHaveLength(3);
    expect(made).toEqual([]);
  });
});
