import { catalogueOf } from "./support/catalogue";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();
const SHOP = "shop-000001";

describe("a publish without a connection", () => {
  it("[RV5, RV6] is announced beforehand, waits, and is sent by itself once the connection is back", async () => {
    const ada = await suite.open("ada", { width: 1440, height: 900 });
    const { page } = ada;
    const catalogue = catalogueOf(suite.everything);
    const shop = { name: "Shop", timeZone: "Europe/Oslo", manualClose: false, rules: [] };
    catalogue.put("schedule", SHOP, shop);
    const view = await openScheduleManager(page);
    const item = await view.open("Shop");
    await item.name.fill("Night shop");
    const { faults, hub } = suite.everything.standIn;
    const asleep = faults.add({ match: { transport: "socket" }, action: { do: "refuse" } });
    hub.drop();

    const dialog = await view.review();
    await dialog.getByText(/^There is no connection to Twilio/).waitFor();
    await page.waitForTimeout(500);
    await ada.screenshot("publish-offline");
    await page.setViewportSize({ width: 400, height: 800 });
    await ada.screenshot("publish-offline-narrow");
    await page.setViewportSize({ width: 1440, height: 900 });
    await dialog.getByRole("button", { name: "Publish when connected" }).click();
    await dialog.getByText(/^Waiting for the connection/).waitFor();
    await ada.screenshot("publish-waiting");
    expect(catalogue.schedule(SHOP).name).toBe("Shop");

    faults.remove(asleep);
    await dialog.waitFor({ state: "detached" });
    await page.getByText("1 change was published").waitFor();
    expect(catalogue.schedule(SHOP).name).toBe("Night shop");
  });
});
