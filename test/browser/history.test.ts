import type { Locator, Page } from "playwright-core";
import { axeProblems } from "./support/axe";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const DAY = 86_400_000;
/** About nine in the morning in Chicago, on a recent Monday. */
const monday = new Date(Date.now() - (((new Date().getUTCDay() + 6) % 7) + 7) * DAY)
  .toISOString()
  .slice(0, 10);
const configuredAt = new Date(Date.now() - 60 * DAY).toISOString();

const suite = browserSuite({ configuredAt });

const entries = (page: Page): Locator => page.getByRole("list", { name: "History" }).getByRole("listitem");

async function ask(page: Page, date: string, time: string): Promise<void> {
  await page.getByLabel("Date").fill(date);
  await page.getByLabel("Time, in the schedule’s time zone").fill(time);
}

describe("the history in the view", () => {
  let ada: Desktop;
  beforeAll(async () => {
    ada = await suite.keep("ada", { width: 1440, height: 900 });
  });

  it("[HV8, HV12] lists each publish live with author and time, and makes earlier versions drafts, deleted items included", async () => {
    const bo = await suite.open("bo");
    await openScheduleManager(ada.page);
    await ada.page.getByRole("tab", { name: "History" }).click();
    await entries(ada.page).filter({ hasText: "Set-up" }).getByText("12 changes").first().waitFor();

    const bos = await openScheduleManager(bo.page);
    await bos.toggle("Example");
    const closed = entries(ada.page).filter({ hasText: "Manual close: was off, now on" });
    await closed.getByText("bo@example.com").waitFor();
    await ada.screenshot("history");
    expect(await axeProblems(ada.page)).toEqual([]);

    // Bo deletes a rule and removes it from the schedule.
    await bos.row("Example").locator("input[role=switch]:enabled").waitFor({ state: "attached" });
    await bo.page.getByRole("tab", { name: "Rules" }).click();
    await bo.page.getByRole("button", { name: "Veterans Day" }).click();
    await bo.page.getByRole("button", { name: "Remove everywhere and delete" }).click();
    await bo.page.getByRole("button", { name: "Review and publish" }).click();
    await bo.page.getByRole("button", { name: "Publish", exact: true }).click();
    await entries(ada.page).getByText("Rule deleted").waitFor();

    await closed.getByRole("button", { name: "History of Example" }).click();
    await ada.page.getByRole("heading", { name: "History of Example" }).waitFor();
    expect(await entries(ada.page).first().textContent()).toContain("Rules: Veterans Day removed");
    await ask(ada.page, monday, "10:00");
    await ada.page.getByText("Decided by the rule “Open hours”").waitFor();
    await ada.screenshot("history-schedule");
    expect(await axeProblems(ada.page)).toEqual([]);
    await entries(ada.page)
      .filter({ hasText: "New schedule" })
      .getByRole("button", { name: /^Restore/ })
      .click();
    await ada.page.getByRole("heading", { name: "Example", exact: true }).waitFor();
    await ada.page.getByText("2 unpublished changes").waitFor();
    // It was open then, and Bo has closed it since.
    await ada.page.getByText("Its manual close is unchanged.").first().waitFor();
    await ada.page.getByText("Closed manually until somebody reopens it.").waitFor();
    await ada.screenshot("history-restored");
    await ada.page.getByRole("button", { name: "Review and publish" }).click();
    const review = ada.page.getByRole("dialog", { name: "Review and publish" });
    await review.getByText("Rules: Veterans Day added").waitFor();
    expect(await review.getByText(/Manual close/).count()).toBe(0);
    await review.getByRole("button", { name: "Publish", exact: true }).click();
    await ada.page.getByText("2 unpublished changes").waitFor({ state: "detached" });
    // After the deletion Bo is back at the rules, where the restored rule appears.
    await bo.page.getByRole("button", { name: "Veterans Day" }).waitFor();
    expect([...ada.errors, ...bo.errors]).toEqual([]);
  });

  it("[HV9] says whether a schedule was open at a time, with the deciding rule and person, or that this is unknown", async () => {
    const { page, screenshot, errors } = ada;
    await page.reload();
    await openScheduleManager(page);
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByRole("combobox", { name: "Schedule", exact: true }).fill("exa");
    await page.keyboard.press("Enter");
    await ask(page, monday, "10:00");
    await page.getByText("Decided by the rule “Open hours”").waitFor();
    await page.getByText(/This version of the rule was published by Set-up on/).waitFor();
    await screenshot("were-we-open");
    expect(await axeProblems(page)).toEqual([]);
    await ask(page, "2019-05-03", "17:02");
    await page.getByText(/This schedule didn’t exist yet. Set-up first published it/).waitFor();
    await ask(page, "2199-05-03", "17:02");
    await page.getByText(/That time is in the future/).waitFor();
    expect(errors).toEqual([]);
  });
});
