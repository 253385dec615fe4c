import { screen } from "@testing-library/react";
import { block, editCalendar, PENDING, TUESDAY } from "./editable-calendar";
import { axeProblems } from "./render";

jest.setTimeout(120_000);

describe("blocks of the weekly hours in the calendar", () => {
  it("[WH10] arrow keys move a block by quarters and days, and Enter keeps the change and the focus", async () => {
    const { user, made, last } = editCalendar();
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
    const { user, made, last } = editCalendar();
    block(TUESDAY).focus();
    await user.keyboard("{Shift>}{ArrowDown}{ArrowLeft}{/Shift}");
    expect(made).toEqual([]);
    await user.tab();
    expect(last()?.[1]).toEqual([{ start: 465, end: 1035 }]);
  });

  it("[WH10] Escape cancels a change, and Delete removes the block", async () => {
    const { user, made, last } = editCalendar();
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
    const { user, made, last } = editCalendar();
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
    const { user } = editCalendar();
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
    const { user, last } = editCalendar();
    await user.click(block(/Monday, December 14, 12:00 AM to 12:00 AM: Closed/));
    await user.click(block(/^Open on Monday, 9:00\sAM–5:00\sPM$/));
    expect(last()?.[0]).toEqual([{ start: 540, end: 1020 }]);
    expect(document.activeElement).toHaveAccessibleName(/Monday, December 14, 9:00 AM to 5:00 PM: Open/);
  });

  it("[WH12] blocks of other rules keep their place under the arrow keys, and say why when chosen", async () => {
    const { user, made, container } = editCalendar();
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
    const { user } = editCalendar();
    block(/Tuesday, December 15, 12:00 AM to 8:00 AM: Closed/).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/Tuesday, December 15, 5:00 PM to 12:00 AM: Closed/);
  });

  it("[WH13] Ctrl+Z cancels a change that is not kept yet, then undoes and makes again", async () => {
    const { user, made, steps } = editCalendar();
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
