import type { Page } from "playwright-core";
import { axeProblems } from "./support/axe";
import { catalogueOf } from "./support/catalogue";
import { openScheduleManager, sideLink } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();
/** Enough for two pages of the table. */
const LINES = 80;

const VIEW = "/flex-schedule-manager";
const address = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const nameField = (page: Page) => page.getByRole("main").getByRole("textbox", { name: /(^|\s)Name$/ });
const main = (page: Page) => page.getByRole("main").last();

describe("the addresses of the view", () => {
  it("[AD1, AD2, AD3] a list that a person leaves and returns to by Back is as it was, and a draft stays", async () => {
    const catalogue = catalogueOf(suite.everything);
    for (let n = 1; n <= LINES; n += 1)
      catalogue.put("schedule", `line-${n}`, {
        name: `Line ${n}`,
        timeZone: "UTC",
        manualClose: false,
        rules: [],
      });
    const { page, errors } = await suite.open("ada");
    await openScheduleManager(page);
    await page.getByRole("searchbox").fill("line");
    await page.waitForURL(`**${VIEW}/schedules?q=line`);
    await page.getByRole("button", { name: "Next page" }).click();
    await page.waitForURL("**page=2");
    const row = page.getByRole("rowheader").getByRole("button").nth(20);
    const name = (await row.textContent()) ?? "";
    await row.scrollIntoViewIfNeeded();
    const scrolled = await main(page).evaluate((element) => element.scrollTop);
    expect(scrolled).toBeGreaterThan(100);
    await row.click();
    await nameField(page).fill(`${name} renamed`);
    const item = address(page);
    expect(item).toMatch(/^\/flex-schedule-manager\/schedules\/line-\d+$/);

    await page.goBack();
    const opener = page.getByRole("button", { name, exact: true });
    await opener.waitFor();
    expect(address(page)).toBe(`${VIEW}/schedules?q=line&page=2`);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await main(page).evaluate((element) => element.scrollTop)).toBe(scrolled);
    await page.goForward();
    expect(await nameField(page).inputValue()).toBe(`${name} renamed`);

    await page.reload();
    await nameField(page).waitFor();
    expect(address(page)).toBe(item);
    expect(await nameField(page).inputValue()).toBe(`${name} renamed`);
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await page.getByRole("table", { name: "Schedules" }).waitFor();
    expect(address(page)).toBe(`${VIEW}/schedules?q=line&page=2`);
    await page.reload();
    await page.getByRole("button", { name, exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it("[AD4] an address that names nothing says so and leads to the list", async () => {
    const { page, screenshot } = await suite.open("ada", { path: `${VIEW}/rules/none-000000` });
    await page.getByRole("heading", { name: "There is no rule at this address" }).waitFor();
    await screenshot("unknown-address");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Go to the rules" }).click();
    await page.getByRole("table", { name: "Rules" }).waitFor();
    expect(address(page)).toBe(`${VIEW}/rules`);
  });

  it("[AD2, AD5] the side link returns to the last page, and from there to the list; Back leads through tabs", async () => {
    const { page } = await suite.open("ada", { path: `${VIEW}/rules` });
    await page
      .getByRole("table", { name: "Rules" })
      .getByRole("rowheader")
      .getByRole("button")
      .first()
      .click();
    await nameField(page).waitFor();
    const rule = address(page);
    await page.getByRole("link", { name: "Teams" }).click();
    await nameField(page).waitFor({ state: "detached" });
    await sideLink(page).dispatchEvent("click");
    await nameField(page).waitFor();
    expect(address(page)).toBe(rule);
    await sideLink(page).dispatchEvent("click");
    await page.getByRole("table", { name: "Schedules" }).waitFor();
    await page.getByRole("tab", { name: "History" }).click();
    await page.waitForURL(`**${VIEW}/history`);
    await page.goBack();
    await page.getByRole("table", { name: "Schedules" }).waitFor();
    await page.goBack();
    await nameField(page).waitFor();
    expect(address(page)).toBe(rule);
  });
});
