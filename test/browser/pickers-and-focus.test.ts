import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

describe("pickers, messages and the focus", () => {
  it("[ED14, ED17] a country finds its time zone, and the list of rules opens in sight", async () => {
    const { page, screenshot, errors } = await suite.open("ada", { height: 600 });
    const view = await openScheduleManager(page);
    const item = await view.open("Example");
    const zone = page.getByRole("combobox", { name: /Time zone/ });
    await zone.fill("germany");
    await page.getByRole("option").first().getByText("Europe/Berlin").waitFor();
    await screenshot("zone-of-germany");
    await zone.fill("GMT+2");
    await page
      .getByRole("option", { name: /GMT\+2/ })
      .first()
      .waitFor();
    await screenshot("zone-of-offset");
    await zone.press("Escape");

    const add = page.getByRole("combobox", { name: "Add a rule" });
    await add.scrollIntoViewIfNeeded();
    await add.click();
    const list = page.getByRole("listbox", { name: "Add a rule" });
    await list.waitFor();
    const isSeen = await list.evaluate((element) => {
      const { bottom, left, width } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, bottom - 12);
      return at !== null && element.contains(at);
    });
    await screenshot("add-a-rule");
    expect(isSeen).toBe(true);
    await add.press("Escape");
    await item.back();
    expect(errors).toEqual([]);
  });

  it("[VW4, VW5, VW6] Escape closes the review and the question, and a publish says so below the page", async () => {
    const { page, screenshot, errors } = await suite.open("ada");
    const view = await openScheduleManager(page);
    const item = await view.open("Example");
    await page
      .getByRole("textbox", { name: "Group" })
      .or(page.getByRole("combobox", { name: "Group" }))
      .fill("Sales");
    await item.back();
    const review = page.getByRole("button", { name: "Review and publish" });
    const dialog = await view.review();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await review.evaluate((button) => button === document.activeElement)).toBe(true);

    const discard = page.getByRole("button", { name: "Discard all" });
    await discard.click();
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent === "Discard all");

    await view.review();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const message = page.getByRole("status").getByText("1 change was published.");
    await message.waitFor();
    await screenshot("published-message");
    expect(await page.getByTestId("notification-message").count()).toBe(0);
    await page.waitForFunction(() => document.activeElement?.matches("main"));
    expect(errors).toEqual([]);
  });
});
