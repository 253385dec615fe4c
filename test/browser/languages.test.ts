import { sideLink } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

describe("the Schedule Manager in Flex's language", () => {
  it("[LA5] follows Flex, dates included", async () => {
    const { page, errors, screenshot } = await suite.open("ada", {
      language: "de-DE",
      path: "/flex-schedule-manager",
    });
    const schedules = page.getByRole("table", { name: "Zeitpläne" });
    await schedules.getByText("Zeitzone").waitFor();
    await screenshot("language-de-schedules");
    expect(await sideLink(page).count()).toBe(0);
    // For voices and fonts: browsers render Thai and Chinese by it.
    expect(await schedules.evaluate((table) => table.closest("[lang]")?.getAttribute("lang"))).toBe("de-DE");
    await page.getByRole("tab", { name: "Regeln" }).click();
    await page.getByRole("table", { name: "Regeln" }).getByText("Geöffnet").first().waitFor();
    await screenshot("language-de-rules");
    expect(errors).toEqual([]);
  });
});
