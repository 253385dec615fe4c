import { fireEvent, screen } from "@testing-library/react";
import { block, editCalendar, hours, PENDING, TUESDAY } from "./editable-calendar";
import { axeProblems } from "./render";

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
    // A next change that is cancelled leaves no message of the one before.
    await user.keyboard("{ArrowDown}{Escape}");
    expect(screen.queryByText(/^Weekly hours on Monday: 8:30/)).toBeNull();
  });

  it.each([
    ["{ArrowRight}", 2, 480, 1020],
    ["{ArrowLeft}{ArrowLeft}", 6, 480, 1020],
    ["{ArrowUp}", 1, 465, 1005],
    ["{Shift>}{ArrowUp}{/Shift}", 1, 480, 1005],
    ["{Shift>}{ArrowDown}{/Shift}", 1, 480, 1035],
    ["{Shift>}{ArrowRight}{/Shift}", 1, 495, 1020],
    ["{Shift>}{ArrowLeft}{/Shift}", 1, 465, 1020],
  ])("[WH10] after %s and Enter the hours of weekday %d are from %d to %d", async (keys, day, start, end) => {
    const { user, last } = editCalendar();
    block(TUESDAY).focus();
    await user.keyboard(`${keys}{Enter}`);
    expect(last()).toEqual([0, 1, 2, 3, 4, 5, 6].map((one) => (one === day ? [{ start, end }] : [])));
    // The block is the chosen one at its new place.
    expect(document.activeElement).toHaveAttribute("aria-pressed", "true");
    expect(screen.getAllByRole("button", { pressed: true, name: /Open/ })).toEqual([document.activeElement]);
  });

  it.each(["Alt", "Control", "Meta"])("[WH10] with %s the arrow keys are the browser's", async (key) => {
    const { user } = editCalendar();
    block(TUESDAY).focus();
    await user.keyboard(`{${key}>}{ArrowDown}{ArrowRight}{/${key}}`);
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(block(TUESDAY)).toHaveFocus();
  });

  it("[WH10] a key that moves the block scrolls nothing; other keys are the browser's", () => {
    editCalendar();
    block(TUESDAY).focus();
    expect(fireEvent.keyDown(block(TUESDAY), { key: "ArrowDown" })).toBe(false);
    expect(fireEvent.keyDown(block(TUESDAY), { key: "PageDown" })).toBe(true);
  });

  it("[WH10] the blocks that move are described by their keys, while the week is shown", async () => {
    const { user } = editCalendar();
    expect(block(TUESDAY)).toHaveAccessibleDescription(/arrow keys move it/);
    expect(block(/Thursday, December 17, 8:00 AM to 5:00 PM/)).not.toHaveAttribute("aria-describedby");
    await user.click(screen.getByRole("button", { name: "Month" }));
    expect(screen.queryByText(/arrow keys move it/)).toBeNull();
  });

  it("[WH10] the new place of a block is drawn while the change is pending, on each of its days", async () => {
    const { user, container } = editCalendar([{ ...hours, startTime: "21:45", endTime: "02:00" }]);
    /** Day, begin and height in hours of what is drawn. */
    const drawn = () =>
      [...container.querySelectorAll("[data-column]")].flatMap((column, day) =>
        [...column.querySelectorAll<HTMLElement>(":scope > [aria-hidden]")].map(
          ({ style: { top, height } }) =>
            [day, (parseFloat(top) * 24) / 100, (parseFloat(height) * 24) / 100] as const,
        ),
      );
    expect(drawn()).toEqual([]);
    block(/Tuesday, December 15, 9:45 PM/).focus();
    await user.keyboard("{ArrowUp}");
    expect(drawn()).toEqual([
      [2, expect.closeTo(21.5), expect.closeTo(2.5)],
      [3, 0, expect.closeTo(1.75)],
    ]);
    expect(screen.getAllByText(/^9:30\sPM.*1:45\sAM$/)).toHaveLength(2);
    // Until midnight, the block is on one day.
    await user.keyboard(`{Shift>}${"{ArrowUp}".repeat(7)}{/Shift}`);
    expect(drawn()).toEqual([[2, expect.closeTo(21.5), expect.closeTo(2.5)]]);
    await user.keyboard("{Escape}");
    expect(drawn()).toEqual([]);
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
    expect(screen.queryByText(/can’t be moved here/)).toBeNull();
    expect(screen.queryByRole("button", { name: /^Edit / })).toBeNull();
    await user.click(block(/^Open on Monday, 9:00\sAM–5:00\sPM$/));
    expect(last()?.[0]).toEqual([{ start: 540, end: 1020 }]);
    expect(document.activeElement).toHaveAccessibleName(/Monday, December 14, 9:00 AM to 5:00 PM: Open/);
    expect(screen.getByText(/every Monday, 9:00\sAM–5:00\sPM\. You can move/)).toBeVisible();
    expect(screen.queryByText(/can’t be moved here/)).toBeNull();
  });

  it("[WH11] hours are added in the week only", async () => {
    const { user } = editCalendar();
    await user.click(block(/Monday, December 14, 12:00 AM to 12:00 AM: Closed/));
    expect(screen.getByRole("button", { name: /^Open on Monday/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Month" }));
    expect(screen.getByText(/^Monday, December 14, 12:00\sAM to 12:00\sAM: Closed/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Open on Monday/ })).toBeNull();
  });

  it("[WH11] a block can be stretched at the ends that are its own, not where another rule cuts it", () => {
    const lunch = { id: "lunch", name: "Lunch", isOpen: false, startTime: "12:00", endTime: "13:00" };
    editCalendar([hours, { ...hours, id: "night", startTime: "20:00", endTime: "02:00" }], [lunch]);
    const edges = (name: RegExp) =>
      [...(block(name).parentElement?.querySelectorAll("[data-edge]") ?? [])].map((one) =>
        one.getAttribute("data-edge"),
      );
    expect(edges(/Tuesday, December 15, 8:00 AM to 12:00 PM: Open/)).toEqual(["start"]);
    expect(edges(/Tuesday, December 15, 12:00 PM to 1:00 PM: Closed/)).toEqual([]);
    expect(edges(/Tuesday, December 15, 1:00 PM to 5:00 PM: Open/)).toEqual(["end"]);
    expect(edges(/Tuesday, December 15, 8:00 PM to 12:00 AM: Open/)).toEqual(["start"]);
    expect(edges(/Wednesday, December 16, 12:00 AM to 2:00 AM: Open/)).toEqual(["end"]);
  });

  it("[WH12] blocks of other rules keep their place under the arrow keys, and say why when chosen", async () => {
    const { user, made, container } = editCalendar();
    await user.click(block(/Thursday, December 17, 8:00 AM to 5:00 PM: Open/));
    expect(screen.getByText(/^Other schedules or rules use this rule too/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Open on/ })).toBeNull();
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

  it("[WH12] the tab stop of the other blocks is today's or the next one; arrow keys pass whole days that move", async () => {
    const whole = { startTime: "00:00", endTime: "00:00" };
    const { user } = editCalendar(
      [{ ...hours, ...whole, dateRRule: "FREQ=WEEKLY;BYDAY=MO,WE,TH,FR,SA" }],
      [],
    );
    const stops = screen.getAllByRole("button", { name: /: Closed\. / }).filter((one) => one.tabIndex === 0);
    expect(stops).toEqual([block(/Sunday, December 13, 12:00 AM to 12:00 AM: Closed/)]);
    stops[0]?.focus();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveAccessibleName(/Tuesday, December 15, 12:00 AM to 12:00 AM: Closed/);
    await user.keyboard("{ArrowLeft}");
    expect(stops[0]).toHaveFocus();
  });

  it("[WH13] Ctrl+Z cancels a change that is not kept yet, then undoes and makes again", async () => {
    const { user, made, steps } = editCalendar();
    block(TUESDAY).focus();
    await user.keyboard("{ArrowDown}{Control>}z{/Control}");
    expect(screen.queryByText(PENDING)).toBeNull();
    expect(steps).toEqual([]);
    await user.keyboard("{Control>}z{/Control}{Control>}{Shift>}z{/Shift}{/Control}{Control>}y{/Control}");
    expect(steps).toEqual(["undo", "redo", "redo"]);
    for (const keys of [{ ctrlKey: true, key: "x" }, { ctrlKey: true, altKey: true, key: "z" }, { key: "z" }])
      expect(fireEvent.keyDown(block(TUESDAY), keys)).toBe(true);
    expect(steps).toHaveLength(3);
    expect(fireEvent.keyDown(block(TUESDAY), { metaKey: true, key: "z" })).toBe(false);
    expect(fireEvent.keyDown(block(TUESDAY), { metaKey: true, shiftKey: true, key: "Z" })).toBe(false);
    expect(steps.splice(3)).toEqual(["undo", "redo"]);
    screen.getByLabelText("Go to date").focus();
    await user.keyboard("{Control>}z{/Control}");
    expect(steps).toHaveLength(3);
    expect(made).toEqual([]);
  });
});
