import { PERSONS } from "../stand-in/dev-account";
import { QUEUES } from "../stand-in/flex/ids";
import { PLUGIN_PATH } from "../stand-in/flex/site";
import type { Desktop } from "./support/desktop";
import { sideLink } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** The views that Flex itself shows to a role. */
const AGENT_VIEWS = ["Agent Desktop"];
const SUPERVISOR_VIEWS = ["Agent Desktop", "Teams", "Queues Stats"];

/** Without a role that may open the Schedule Manager. */
const AGENTS = ["sam", "kim"];
const CALLER = "+1 202-555-0123";

/** Tabs of one browser, one for each person. */
const desktops = new Map<string, Desktop>();
async function desktopOf(person: string): Promise<Desktop> {
  const [first] = desktops.values();
  const desktop =
    desktops.get(person) ?? (await suite.keep(person, first === undefined ? {} : { context: first.context }));
  desktops.set(person, desktop);
  return desktop;
}

describe("the Flex desktop on the stand-in", () => {
  it.each([
    ["ada", "Ada Lindqvist", SUPERVISOR_VIEWS],
    ["bo", "Bo Okafor", SUPERVISOR_VIEWS],
    ["sue", "Sue Tanaka", SUPERVISOR_VIEWS],
    ["sam", "Sam Rivera", AGENT_VIEWS],
    ["kim", "Kim Duarte", AGENT_VIEWS],
  ])(
    "[ST1, PL55] starts for %s with the views of the role, with our side link except for agents, and without an error",
    async (person, name, views) => {
      const { page, errors, screenshot } = await desktopOf(person);
      await page.getByRole("button", { name: new RegExp(`User ${name}`) }).waitFor();
      for (const view of views) await page.getByRole("link", { name: view, exact: true }).waitFor();
      const links = await page
        .locator(".Twilio-SideNav button")
        .evaluateAll((all) => all.map((one) => one.ariaLabel));
      expect(SUPERVISOR_VIEWS.filter((view) => links.includes(view))).toEqual(views);
      await screenshot(`desktop-${person}`);
      // Flex's own links are there, so ours would be too.
      if (AGENTS.includes(person)) expect(await sideLink(page).count()).toBe(0);
      else await sideLink(page).waitFor({ state: "attached" });
      expect(errors).toEqual([]);
    },
  );

  it("[ST2] lists the persons when `?as=` names an unknown one", async () => {
    const page = await suite.browser.newPage();
    const response = await page.goto(`${suite.everything.urls.flex}/?as=zoe<b>`);
    expect(response?.status()).toBe(404);
    expect(await page.textContent("h1")).toBe("No person is called “zoe<b>”");
    expect(await page.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual(
      PERSONS.map(({ name }) => `/?as=${name}`),
    );
    await page.close();
  });

  it("[ST3] keeps the persons of two tabs apart, also over a reload without ?as= in the address", async () => {
    const [ada, bo] = [await desktopOf("ada"), await desktopOf("bo")];
    for (const { page } of [ada, bo]) {
      await page.goto(`${suite.everything.urls.flex}/agent-desktop`);
      await page.locator(".Twilio-SideNav").waitFor();
    }
    await ada.page.getByRole("button", { name: /User Ada Lindqvist/ }).waitFor();
    await bo.page.getByRole("button", { name: /User Bo Okafor/ }).waitFor();
    expect([...ada.errors, ...bo.errors]).toEqual([]);
  });

  it("[ST4] gives the agent a live call that Flex's own button transfers to a queue", async () => {
    const { page, errors, screenshot } = await desktopOf("sam");
    await page.getByText(CALLER).first().click();
    await page.getByRole("button", { name: "Open transfer directory" }).click();
    await page.locator(".Twilio-TabHeader", { hasText: "Queues" }).click();
    for (const { name } of QUEUES) await page.getByRole("button", { name: `Transfer to ${name}` }).waitFor();
    await screenshot("transfer-dialog");
    await page.getByText("Support", { exact: true }).hover();
    await page.getByRole("button", { name: "Transfer to Support" }).click();
    await page.getByText("No active tasks").waitFor();
    expect(errors).toEqual([]);

    await page.reload();
    await page.getByText(CALLER).first().waitFor();
  });

  it.each([
    ["Teams", "Sam Rivera", "teams"],
    ["Queues Stats", "Queues stats monitoring", "queues"],
  ])("[ST5] shows the supervisor's view %s without an error", async (view, text, name) => {
    const { page, errors, screenshot } = await desktopOf("sue");
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.getByText(text).locator("visible=true").first().waitFor();
    await screenshot(name);
    expect(errors).toEqual([]);
  });

  it("[ST6] loads the plugin, and passes it the address of the functions", async () => {
    const { page } = await desktopOf("ada");
    expect(await page.locator(`script[src$="${PLUGIN_PATH}"]`).count()).toBe(1);
    const feature = await page.evaluate(() => {
      const { Twilio } = window as unknown as { Twilio: { Flex: { Manager: { getInstance(): Manager } } } };
      const { serviceConfiguration } = Twilio.Flex.Manager.getInstance();
      return serviceConfiguration.ui_attributes.custom_data.features.schedule_manager;
    });
    expect(feature).toEqual({ enabled: true, serverless_domain: suite.everything.urls.functions, agents: 5 });
  });
});

interface Manager {
  readonly serviceConfiguration: {
    readonly ui_attributes: {
      readonly custom_data: { readonly features: { readonly schedule_manager: unknown } };
    };
  };
}
