import { until } from "../contract/sync/port";
import { catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const lines: string[] = [];
const suite = browserSuite({ onFunctionsLine: (line) => lines.push(line) });

/** ms within which a closed tab has released its locks; usually it releases them as it closes. */
const GIVEN_BACK = 60_000;

let ada: Desktop;
beforeAll(async () => {
  ada = await suite.keep("ada");
});

describe("two admins and an edit lock", () => {
  it("[LK15] see live who edits, and take the lock over and back", async () => {
    const bo = await suite.open("bo", { width: 1440, height: 900 });
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const adasPage = await adas.open("Example");
    await bos
      .row("Example")
      .getByText("Ada Lindqvist has been editing this since")
      .waitFor({ state: "attached" });
    await bo.screenshot("lock-table");

    const bosPage = await bos.open("Example");
    await bo.page.getByRole("heading", { name: /^Ada Lindqvist has been editing this since/ }).waitFor();
    expect(await bosPage.name.isDisabled()).toBe(true);
    await bo.screenshot("lock-banner");

    await adasPage.name.fill("Example of Ada");
    await bosPage.button("Take over").click();
    await ada.page.getByRole("heading", { name: /^Bo Okafor took over at/ }).waitFor();
    await ada.page.getByText("Your unpublished changes are kept as a draft").waitFor();
    expect(await adasPage.name.isDisabled()).toBe(true);
    expect(await adasPage.name.inputValue()).toBe("Example of Ada");
    expect(await bosPage.name.isEnabled()).toBe(true);
    expect(await bosPage.name.inputValue()).toBe("Example");
    await ada.screenshot("lock-taken");

    await bo.page.close({ runBeforeUnload: true });
    await ada.page
      .getByRole("heading", { name: /took over/ })
      .waitFor({ state: "detached", timeout: GIVEN_BACK });
    expect(await adasPage.name.isEnabled()).toBe(true);
    await adasPage.back();
    expect(ada.errors).toEqual([]);
  });
});

describe("the weekly hours of a schedule", () => {
  it("[WH8, ED10, LK9] are kept as typed when the page is reloaded, say who edits them, and are taken over", async () => {
    const late = {
      name: "Late",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;BYDAY=TU",
      startTime: "18:00",
      endTime: "22:00",
    };
    const evenings = {
      name: "Evenings",
      timeZone: "Europe/Oslo",
      manualClose: false,
      rules: ["late-000001"],
    };
    const catalogue = catalogueOf(suite.everything);
    catalogue.put("rule", "late-000001", late);
    catalogue.put("schedule", "evenings-0001", evenings);
    const [one, bo] = [await suite.open("ada"), await suite.open("bo")];
    await (await openScheduleManager(one.page)).open("Evenings");
    await one.page.getByLabel("Tuesday, from").fill("18:30");
    await one.page.reload();
    await one.page.getByText("1 unpublished change").waitFor();
    expect(await one.page.getByLabel("Tuesday, from").inputValue()).toBe("18:30");
    await one.page.getByLabel("Tuesday, to").fill("22:30");
    await one.page.getByLabel("Tuesday, to").blur();

    await (await openScheduleManager(bo.page)).open("Evenings");
    const edits = bo.page.getByRole("heading", { name: /^Ada Lindqvist has been editing this since/ });
    const from = bo.page.getByLabel("Tuesday, from");
    const takeOver = bo.page.getByRole("button", { name: "Take over" });
    // First the schedule, then its weekly rule.
    await takeOver.click();
    await bo.page.locator("main input").first().and(bo.page.locator(":enabled")).waitFor();
    await edits.waitFor();
    expect(await from.isDisabled()).toBe(true);
    await bo.screenshot("weekly-hours-locked");
    await takeOver.click();
    await edits.waitFor({ state: "detached" });
    await from.and(bo.page.locator(":enabled")).waitFor();
    expect([...one.errors, ...bo.errors]).toEqual([]);
  });
});

describe("a page that closes", () => {
  it("[LK22] releases its lock by a request that outlives it, and takes it again when it comes back", async () => {
    const shop = { name: "Shop", timeZone: "Europe/Oslo", manualClose: false, rules: [] };
    catalogueOf(suite.everything).put("schedule", "shop-000001", shop);
    const [bo, view] = [await suite.open("bo"), await openScheduleManager(ada.page)];
    const bos = await (await openScheduleManager(bo.page)).open("Shop");
    const edits = view.row("Shop").getByText("Bo Okafor has been editing this since");
    await edits.waitFor({ state: "attached" });
    const { faults } = suite.everything.standIn;
    // The page's own socket says nothing any more.
    const id = faults.add({
      match: { transport: "twilsock", path: "/Maps/presence" },
      action: { do: "answer", status: 403, code: 54007 },
    });
    lines.splice(0);
    await bo.page.goto("about:blank");
    await edits.waitFor({ state: "detached" });
    const released = () => lines.filter((line) => line.includes("admin/release-locks"));
    await until(() => released().length > 0, "the request", GIVEN_BACK);
    expect(released().map((line) => (JSON.parse(line) as { released: number }).released)).toEqual([1]);
    faults.remove(id);
    await bo.page.goBack();
    await edits.waitFor({ state: "attached" });
    expect(await bos.name.isEnabled()).toBe(true);
  });
});

describe("one admin with two tabs", () => {
  it("[LK18] edits in one of them; the other says so, shows the same draft, and can take over", async () => {
    // A schedule that no tab of the other test has locked.
    const night = { name: "Night", timeZone: "Europe/Oslo", manualClose: false, rules: [] };
    catalogueOf(suite.everything).put("schedule", "night-000001", night);
    const first = ada;
    const firsts = await (await openScheduleManager(first.page)).open("Night");
    await firsts.name.fill("Typed in the first");
    const second = await suite.open("ada", { context: first.context });
    const view = await openScheduleManager(second.page);
    await view.row("Night").getByText("You, in another tab").first().waitFor();
    const seconds = await view.open("Night");
    const elsewhere = { name: /^You have been editing this in another tab since/ };
    await second.page.getByRole("heading", elsewhere).waitFor();
    expect(await seconds.name.isDisabled()).toBe(true);
    expect(await seconds.name.inputValue()).toBe("Typed in the first");
    await second.screenshot("lock-tab");

    await seconds.button("Edit here").click();
    await first.page.getByRole("heading", elsewhere).waitFor();
    await second.page.getByRole("heading", elsewhere).waitFor({ state: "detached" });
    await seconds.name.fill("Typed in the second");
    expect(await firsts.name.isDisabled()).toBe(true);
    await first.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("main input")?.value === "Typed in the second",
    );
    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});
