import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

describe("two admins and a schedule", () => {
  let ada: Desktop;
  beforeAll(async () => {
    ada = await suite.keep("ada");
  });

  it("[PL54] a close by one admin appears for the other without a reload, and in Studio's answer", async () => {
    const bo = await suite.open("bo", { width: 1440, height: 900 });
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    await ada.screenshot("schedules-before");
    let reloads = 0;
    bo.page.on("framenavigated", () => (reloads += 1));

    await adas.toggle("Example");
    await bos.row("Example").getByText("Closed manually").waitFor();
    await adas.row("Example").getByText("Closed manually").waitFor();
    expect(await suite.check("Example")).toEqual({ isOpen: false, closedReason: "manual" });
    await ada.screenshot("schedules-closed-ada");
    await bo.screenshot("schedules-closed-bo");

    await bos.toggle("Example");
    await adas.row("Example").getByText("Closed manually").waitFor({ state: "detached" });
    expect(await adas.row("Example").getByRole("switch").isChecked()).toBe(false);
    expect(reloads).toBe(0);
    expect([...ada.errors, ...bo.errors]).toEqual([]);
  });

  it("[VW1] a failed publish is shown in the view, and outside the view by Flex's notification", async () => {
    const { page, screenshot } = ada;
    const view = await openScheduleManager(page);
    const { faults } = suite.everything.standIn;
    // Every write to Sync over REST fails: the publish can't begin.
    const fault = faults.add({
      match: { transport: "http", method: "POST", path: "sync.twilio.com" },
      action: { do: "answer", status: 500 },
    });
    await view.toggle("Example");
    await page.getByRole("main").locator("..").getByText("Not published: Example").waitFor();
    await screenshot("publish-failed");
    expect(await page.getByText("could not be closed").count()).toBe(0);

    await view.toggle("Example");
    await page.getByRole("link", { name: "Agent Desktop", exact: true }).click();
    await page.getByTestId("notification-message").getByText("Example could not be closed").waitFor();
    await screenshot("publish-failed-elsewhere");
    faults.remove(fault);
    await openScheduleManager(page);
    await page.getByText("Not published: Example").waitFor();
    await view.toggle("Example");
    await view.row("Example").getByText("Closed manually").waitFor();
    await page.getByText("Not published: Example").waitFor({ state: "detached" });
    await view.toggle("Example");
    await view.row("Example").getByText("Closed manually").waitFor({ state: "detached" });
  });
});
