import { axeProblems } from "./support/axe";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

describe("a viewer", () => {
  it("[PL104] sees statuses, pages and the history live, and nothing that changes them", async () => {
    const [sue, ada] = [await suite.open("sue"), await suite.open("ada")];
    const { page } = sue;
    const view = await openScheduleManager(page);
    await page.getByRole("status").getByText("Live").waitFor();
    const adas = await openScheduleManager(ada.page);
    await adas.toggle("Example");
    await view.row("Example").getByText("Closed manually").waitFor();
    for (const name of [/^Create|^New/, /Import|Export/]) {
      expect(await page.getByRole("main").getByRole("button", { name }).count()).toBe(0);
    }
    expect(await page.getByRole("switch").count()).toBe(0);
    expect(await page.getByRole("table").getByRole("checkbox").count()).toBe(0);
    await sue.screenshot("viewer-schedules");
    expect(await axeProblems(page)).toEqual([]);

    await view.row("Example").getByRole("button", { name: "Example", exact: true }).click();
    await page.getByRole("heading", { name: "Example", exact: true }).waitFor();
    await page.getByText("You can view schedules, but you can’t change them.").waitFor();
    expect(
      await page
        .getByRole("main")
        .getByRole("textbox", { name: /(^|\s)Name$/ })
        .isDisabled(),
    ).toBe(true);
    const pressed = await page
      .getByRole("main")
      .getByRole("button")
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => !(button as HTMLButtonElement).disabled)
          .map((button) => button.ariaLabel ?? button.textContent ?? ""),
      );
    expect(
      pressed.filter((name) =>
        /^(add|delete|copy|discard|close manually|reopen|publish|restore|import)/i.test(name),
      ),
    ).toEqual([]);
    await sue.screenshot("viewer-schedule");
    expect(await axeProblems(page)).toEqual([]);

    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("heading", { name: "History of Example" }).waitFor();
    const entries = page.getByRole("list", { name: "History" }).getByRole("listitem");
    await entries.getByText("ada@example.com").first().waitFor();
    expect(await entries.getByRole("button", { name: /^Restore/ }).count()).toBe(0);
    await sue.screenshot("viewer-history");
    expect(sue.errors).toEqual([]);
  });
});
