import type { Page } from "playwright-core";
import { axeProblems } from "./support/axe";
import { cutTexts } from "./support/cut-texts";
import { sideLink } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite({ configuration: null });

const start = async (page: Page): Promise<void> => {
  await sideLink(page).dispatchEvent("click");
  await page.getByRole("heading", { name: "No schedules yet" }).waitFor();
};
const firstSchedule = (page: Page) => page.getByRole("dialog", { name: "Your first schedule" });
/** Counts what a person presses on a page. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as { presses?: number };
    addEventListener("pointerdown", () => (counted.presses = 1 + (counted.presses ?? 0)), true);
  });
  return () => page.evaluate(() => (globalThis as { presses?: number }).presses ?? 0);
}

describe("an empty product", () => {
  it("[VW15] at 400 px neither the start nor the dialog of the first schedule cuts off a text", async () => {
    const { page, screenshot } = await suite.open("ada");
    await start(page);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await cutTexts(page)).toEqual([]);
    await page.getByRole("button", { name: "Create your first schedule" }).click();
    const dialog = firstSchedule(page);
    await dialog.getByRole("checkbox", { name: /^Close on public holidays/ }).waitFor({ state: "attached" });
    await dialog.getByRole("button", { name: "Adjust the hours of each day" }).click();
    await screenshot("first-schedule-small");
    expect(await cutTexts(page)).toEqual([]);
  });

  it("[FR2] an example is drafts of a schedule with hours, holidays and special hours, which one press discards", async () => {
    const { page, screenshot, errors } = await suite.open("ada");
    await start(page);
    await screenshot("first-run");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Look at an example" }).click();
    await page.getByRole("heading", { name: "Support (example)" }).waitFor();
    await page.getByText("New Year’s Eve").first().waitFor();
    await screenshot("first-example");
    expect(await suite.check("Support (example)")).toMatchObject({ closedReason: "error" });
    await page.getByRole("button", { name: "Discard all" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard all" }).click();
    await page.getByRole("heading", { name: "No schedules yet" }).waitFor();
    expect(errors).toEqual([]);
  });

  it("[FR1] one dialog makes and publishes a schedule with a template's hours and the country's holidays, in two clicks", async () => {
    const { page, screenshot, errors } = await suite.open("ada", { width: 1280, height: 720 });
    await start(page);
    const presses = await countPresses(page);
    await page.getByRole("button", { name: "Create your first schedule" }).click();
    const dialog = firstSchedule(page);
    await dialog.getByRole("checkbox", { name: /^Close on public holidays/ }).waitFor({ state: "attached" });
    await screenshot("first-schedule");
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog.getByText("Give the schedule a name.").waitFor();
    await page.keyboard.type("Support");
    await dialog.getByRole("button", { name: "Create and publish" }).click();
    await page.getByRole("heading", { name: "Support", exact: true }).waitFor();
    await page.getByRole("region", { name: /unpublished change/ }).waitFor({ state: "detached" });
    expect(await presses()).toBe(2);
    expect(await suite.check("Support")).not.toMatchObject({ closedReason: "error" });
    expect(new URL(page.url()).pathname).toMatch(/\/schedules\/support-[a-z0-9]{6}$/);
    await screenshot("first-schedule-published");
    // The plugin repeats a publish that a busy machine interrupts.
    expect(errors.filter((error) => !error.includes("/admin/publish"))).toEqual([]);
  });
});
