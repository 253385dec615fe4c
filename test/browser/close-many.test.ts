import type { Page } from "playwright-core";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { axeProblems } from "./support/axe";
import { catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** With the example that every catalogue has, forty. */
const LINES = 39;
const nameOf = (n: number): string => `Line ${n}`;
const line = (n: number): Omit<Schedule, "id"> => ({
  name: nameOf(n),
  timeZone: "America/Chicago",
  manualClose: false,
  rules: [],
});

/** Counts what a person presses on a page. */
async function counted(page: Page): Promise<{ clicks(): Promise<number> }> {
  await page.evaluate(() => {
    addEventListener(
      "pointerdown",
      () => Object.assign(globalThis, { clicks: 1 + ((globalThis as { clicks?: number }).clicks ?? 0) }),
      true,
    );
  });
  return { clicks: () => page.evaluate(() => (globalThis as { clicks?: number }).clicks ?? 0) };
}

const later = (minutes: number): string => {
  const formatter = new Intl.DateTimeFormat("en-GB", {
    timeZone: "America/Chicago",
    hour: "2-digit",
    minute: "2-digit",
  });
  return formatter.format(Date.now() + minutes * 60_000);
};

describe("closing many schedules", () => {
  let ada: Desktop;
  beforeAll(async () => {
    ada = await suite.keep("ada", { width: 1280, height: 720 });
  });

  it("[MC10] five of forty close until a time with six clicks, and open again by one undo", async () => {
    const catalogue = catalogueOf(suite.everything);
    for (let n = 1; n <= LINES; n += 1) catalogue.put("schedule", `line-${n}`, line(n));
    const { page, screenshot, errors } = ada;
    const view = await openScheduleManager(page);
    await view.row(nameOf(1)).waitFor();
    const presses = await counted(page);
    const chosen = [1, 2, 3, 4, 5].map(nameOf);
    for (const name of chosen) await view.row(name).getByRole("cell").first().locator("label").click();
    await page.getByRole("button", { name: "Close 5 manually" }).click();
    const dialog = page.getByRole("dialog", { name: "Close 5 schedules manually" });
    await dialog.getByText(/^Line 1, Line 2, Line 3, Line 4,? and Line 5$/).waitFor();
    // The chosen option has the focus; the next field is the time.
    await page.keyboard.press("Tab");
    const time = later(60);
    const [hour = "0", minute = "00"] = time.split(":");
    await page.keyboard.type(
      `${String(Number(hour) % 12 || 12).padStart(2, "0")}${minute}${Number(hour) < 12 ? "A" : "P"}`,
    );
    expect(await dialog.getByLabel("Time", { exact: true }).inputValue()).toBe(time);
    expect(await dialog.getByRole("radio", { name: "Until a time" }).isChecked()).toBe(true);
    await screenshot("close-many");
    expect(await axeProblems(page)).toEqual([]);
    const entered = performance.now();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("5 schedules were closed.").waitFor();
    for (const name of chosen) await view.row(name).getByText("Closed manually").waitFor();
    process.stderr.write(
      `\nFive of forty closed ${Math.round(performance.now() - entered)} ms after Enter.\n`,
    );
    expect(await presses.clicks()).toBe(6);
    expect(await suite.check(nameOf(3))).toEqual({ isOpen: false, closedReason: "manual" });
    expect(catalogue.schedule("line-3").manualCloseUntil).toMatch(/T\d\d:\d\d:00\.000Z$/);
    expect(catalogue.schedule("line-6").manualClose).toBe(false);
    await screenshot("close-many-undo");
    expect(await axeProblems(page)).toEqual([]);

    await page.getByRole("button", { name: "Undo", exact: true }).click();
    for (const name of chosen)
      await view.row(name).getByText("Closed manually").waitFor({ state: "detached" });
    expect(catalogue.schedule("line-3")).toEqual(line(3));
    expect(errors).toEqual([]);
  });

  it("[MC11] a row's switch closes with a note and reopens at once, and the schedule's page does the same", async () => {
    const { page, screenshot, errors } = ada;
    const view = await openScheduleManager(page);
    const row = view.row("Example");
    await row.getByRole("switch").focus();
    await page.keyboard.press("Space");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Note", { exact: true }).fill("Fire alarm");
    await dialog.getByLabel("Callers hear the note").focus();
    await page.keyboard.press("Space");
    await screenshot("close-one");
    await page.keyboard.press("Enter");
    await row.getByText("Fire alarm").waitFor();
    await screenshot("closed-with-a-note");

    const item = await view.open("Example");
    await page.getByText("Closed manually until somebody reopens it.").waitFor();
    await page.getByText("Note, which callers hear: Fire alarm").waitFor();
    await screenshot("closed-page");
    await item.button("Reopen").click();
    await page.getByText("Not closed manually.").waitFor();
    expect(await suite.check("Example")).not.toMatchObject({ closedReason: "manual" });
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByText("Note, which callers hear: Fire alarm").waitFor();
    await item.button("Change…").click();
    await dialog.getByText("15 minutes").click();
    await page.keyboard.press("Enter");
    await page.getByText(/Closed manually until .*:/).waitFor();
    await page.getByText("Note, which callers hear: Fire alarm").waitFor();
    await item.button("Reopen").click();
    await page.getByText("Not closed manually.").waitFor();
    await item.button("Close manually…").click();
    await dialog.getByRole("button", { name: "Fire alarm" }).click();
    expect(await dialog.getByLabel("Note", { exact: true }).inputValue()).toBe("Fire alarm");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});
