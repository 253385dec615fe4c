import type { Locator, Page } from "playwright-core";
import { axeProblems } from "./support/axe";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** A week of the example without holidays and clock changes, and one with Christmas. */
const ORDINARY = "2027-03-10";
const CHRISTMAS = "2026-12-25";

const block = (page: Page, name: RegExp): Locator => page.getByRole("button", { name });
const goTo = (page: Page, date: string): Promise<void> => page.getByLabel("Go to date").fill(date);

/** Presses at a height of an element (0: top, 1: bottom), and moves by hours. */
async function press(page: Page, on: Locator, at: number, hours: number): Promise<void> {
  const [box, column] = [await on.boundingBox(), await page.locator("[data-column]").first().boundingBox()];
  if (box === null || column === null) throw new Error("the week is not in sight");
  const [x, y] = [box.x + box.width / 2, box.y + 2 + at * (box.height - 5)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + (hours * column.height) / 24, { steps: 5 });
}

async function drag(page: Page, on: Locator, at: number, hours: number): Promise<void> {
  await press(page, on, at, hours);
  await page.mouse.up();
}

async function openExample(page: Page): Promise<void> {
  const view = await openScheduleManager(page);
  await view.open("Example");
  await page.getByRole("group", { name: /^Week of/ }).waitFor();
}

describe("the calendar beside a schedule", () => {
  it("[WH11, WH12, WH13] hours are moved, stretched and drawn by mouse, and undone; a holiday stays", async () => {
    const { page, errors, screenshot } = await suite.open("ada");
    await openExample(page);
    await goTo(page, ORDINARY);
    await press(page, block(page, /Wednesday, March 10, 8:00 AM to 5:00 PM: Open/), 0.5, 2);
    await screenshot("calendar-move");
    await page.mouse.up();
    await block(page, /Wednesday, March 10, 10:00 AM to 7:00 PM: Open/).waitFor();
    await drag(page, block(page, /Wednesday, March 10, 10:00 AM to 7:00 PM: Open/), 1, -1);
    const moved = block(page, /Wednesday, March 10, 10:00 AM to 6:00 PM: Open/);
    await moved.waitFor();
    expect(await page.getByLabel("Wednesday, from").inputValue()).toBe("10:00");
    expect(await page.getByLabel("Tuesday, from").inputValue()).toBe("08:00");

    await drag(page, block(page, /Saturday, March 13, 12:00 AM to 12:00 AM: Closed/), 10 / 24, 3);
    await block(page, /Saturday, March 13, (9:45|10:00) AM to 1:\d\d PM: Open/).waitFor();
    await screenshot("calendar-drawn");

    // Escape cancels a drag in progress.
    await press(page, moved, 0.5, 3);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await moved.waitFor();

    await moved.focus();
    await page.keyboard.press("Control+z");
    await block(page, /Saturday, March 13, 12:00 AM to 12:00 AM: Closed/).waitFor();
    await block(page, /Wednesday, March 10, 10:00 AM to 6:00 PM: Open/).focus();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await block(page, /Wednesday, March 10, 8:00 AM to 5:00 PM: Open/).waitFor();

    await goTo(page, CHRISTMAS);
    const holiday = block(page, /Friday, December 25, .*Closed for holiday/);
    await drag(page, holiday, 0.5, 3);
    await holiday.click();
    await page.getByText("This block isn’t part of the weekly hours").waitFor();
    // The list of special days has a button of the same name, with an icon only.
    await page.getByText("Edit Christmas Day", { exact: true }).last().click();
    await page.getByRole("grid", { name: /December \d+/ }).waitFor();
    await screenshot("calendar-of-rule");
    expect(await axeProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("[PV11, PV17] the month and the year have no axe violations, and stay in sight while the page scrolls", async () => {
    const { page, errors, screenshot } = await suite.open("ada");
    await openExample(page);
    await goTo(page, CHRISTMAS);
    await page.getByRole("button", { name: "Month", exact: true }).click();
    await block(page, /December 25, 2026: Closed for holiday/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await screenshot("calendar-month");
    await page.getByRole("button", { name: "Year", exact: true }).click();
    await block(page, /December 25, 2026: Closed for holiday/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await screenshot("calendar-year");

    await page.getByRole("button", { name: "Month", exact: true }).click();
    const month = page.getByRole("grid", { name: "December 2026" });
    await page.getByRole("combobox", { name: "Add a rule" }).scrollIntoViewIfNeeded();
    const { top, bottom } = await month.evaluate(
      (element) => element.getBoundingClientRect().toJSON() as DOMRect,
    );
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(800);
    await screenshot("calendar-in-sight");

    // Below the form on a narrow screen.
    await page.setViewportSize({ width: 640, height: 800 });
    const form = await page.getByRole("combobox", { name: "Add a rule" }).boundingBox();
    const below = await month.boundingBox();
    expect(below?.y).toBeGreaterThan(form?.y ?? Infinity);
    expect(errors).toEqual([]);
  });
});
