import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { axeProblems } from "./support/axe";
import { catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { openScheduleManager, type ScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

const LINES = ["Line 1", "Line 2", "Line 3"];
const idOf = (name: string): string => name.toLowerCase().replace(" ", "-");
const line = (name: string): Omit<Schedule, "id"> => ({
  name,
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: ["hours"],
});

const choose = (view: ScheduleManager, name: string): Promise<void> =>
  view.row(name).getByRole("cell").first().locator("label").click();
async function more(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
async function publish(view: ScheduleManager): Promise<void> {
  const review = await view.review();
  await review.getByRole("button", { name: /^Publish/ }).click();
  await review.waitFor({ state: "detached" });
}
const dialogOf = (page: Page, name: string): Locator => page.getByRole("dialog", { name });

describe("changing many schedules", () => {
  let ada: Desktop;
  beforeAll(async () => {
    const catalogue = catalogueOf(suite.everything);
    catalogue.put("rule", "hours", {
      name: "Office hours",
      isOpen: true,
      startTime: "08:00",
      endTime: "17:00",
    });
    catalogue.put("rule", "strike", { name: "Strike", isOpen: false, closedReason: "strike" });
    for (const name of LINES) catalogue.put("schedule", idOf(name), line(name));
    ada = await suite.keep("ada", { width: 1280, height: 720 });
  });

  it("[TA8] chosen schedules get a rule and a group, copies with rules of their own, and a file", async () => {
    const catalogue = catalogueOf(suite.everything);
    const { page, screenshot, errors } = ada;
    const view = await openScheduleManager(page);
    for (const name of LINES) await choose(view, name);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Add rules…" }).waitFor();
    await screenshot("many-menu");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Add rules…" }).click();
    const adding = dialogOf(page, "Add rules to 3 schedules");
    await adding.getByRole("combobox", { name: "Rules" }).fill("strike");
    await page.keyboard.press("Enter");
    await adding.getByText("3 of 3 schedules change.").waitFor();
    await screenshot("many-add-rules");
    expect(await axeProblems(page)).toEqual([]);
    await adding.getByRole("button", { name: "Add to 3 schedules" }).click();
    await page.getByText("Rules were added to 3 schedules, as drafts.").waitFor();
    // The focus returns to the menu's button.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("More");

    await more(page, "Set the group…");
    const grouping = dialogOf(page, "Group of 3 schedules");
    await grouping.getByRole("combobox", { name: "Group" }).fill("Night");
    await screenshot("many-group");
    await page.keyboard.press("Enter");
    await grouping.waitFor({ state: "detached" });
    await publish(view);
    for (const name of LINES)
      expect(catalogue.schedule(idOf(name))).toEqual({
        ...line(name),
        rules: ["strike", "hours"],
        group: "Night",
      });

    await more(page, "Copy…");
    const copying = dialogOf(page, "Copy 3 schedules");
    await copying.getByText("Copy the rules too").click();
    await screenshot("many-copy");
    expect(await axeProblems(page)).toEqual([]);
    await copying.getByRole("button", { name: "Copy", exact: true }).click();
    await view.row("Line 2 (copy)").waitFor();
    await screenshot("many-copied");
    await publish(view);
    expect(await suite.check("Line 2 (copy)")).toEqual({ isOpen: false, closedReason: "strike" });

    await choose(view, "Line 1 (copy)");
    await choose(view, "Line 3 (copy)");
    await page.getByRole("button", { name: "More" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Export" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^schedules-\d{4}-\d\d-\d\d\.json$/);
    const file = JSON.parse(await readFile(await download.path(), "utf8")) as Configuration;
    expect(file.schedules.map(({ name }) => name).sort()).toEqual(["Line 1 (copy)", "Line 3 (copy)"]);
    expect(file.rules.map(({ name }) => name).sort()).toEqual([
      "Office hours – Line 1 (copy)",
      "Office hours – Line 3 (copy)",
      "Strike – Line 1 (copy)",
      "Strike – Line 3 (copy)",
    ]);
    expect(errors).toEqual([]);
  });

  it("[TA10] compact rows, the sorting and a chosen group are there after a reload", async () => {
    const { page, screenshot, errors } = ada;
    const view = await openScheduleManager(page);
    await page.getByText("Compact rows").click();
    await page.getByRole("combobox", { name: "Group" }).selectOption("Night");
    await page.getByRole("button", { name: "Time zone" }).click();
    await view.row("Example").waitFor({ state: "detached" });
    await screenshot("compact-rows");
    expect(await axeProblems(page)).toEqual([]);
    // A bare address, as a bookmark has.
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await page.goto(`${suite.everything.urls.flex}/flex-schedule-manager/schedules?as=ada`);
    await view.row("Line 1").waitFor();
    expect(await page.getByLabel("Compact rows").isChecked()).toBe(true);
    expect(await page.getByRole("columnheader", { name: "Time zone" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    expect(await view.row("Example").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("[ED22] a shared rule becomes a schedule's own, from its list and from the rule's page", async () => {
    const { page, screenshot, errors } = ada;
    const view = await openScheduleManager(page);
    const item = await view.open("Line 1");
    await page.getByText("Also used by Line 2 and Line 3.").first().waitFor();
    await page.getByText("Also used by").first().scrollIntoViewIfNeeded();
    await screenshot("shared-rules");
    await item.button("Strike: make a copy only for this schedule").click();
    await item.button("Edit Strike – Line 1").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^Move Strike – Line 1/,
    );
    await item.button("Edit Office hours").click();
    await page.getByText("3 schedules use this rule: Line 1, Line 2, and Line 3.").waitFor();
    await screenshot("shared-rule");
    expect(await axeProblems(page)).toEqual([]);
    await item.button("Change it only for Line 1").click();
    await page.getByRole("heading", { name: "Office hours – Line 1" }).waitFor();
    expect(errors).toEqual([]);
  });
});
