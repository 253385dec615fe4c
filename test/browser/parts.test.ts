import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { deploy } from "@schedule-manager/flex-config/deploy/deploy";
import { CHUNKS_PATH } from "@schedule-manager/shared/api/chunks-path";
import { ACCOUNT_SID, AUTH_TOKEN } from "../stand-in/dev-account";
import { ROOT } from "../stand-in/cache";
import { axeProblems } from "./support/axe";
import type { Desktop } from "./support/desktop";
import { openScheduleManager, sideLink } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";
import { openTransferDialog } from "./support/transfer-dialog";

const suite = browserSuite();
const IS_PART = `**${CHUNKS_PATH}/**`;

/** The names of the chunks that a page requested. */
function partsOf(page: Page): string[] {
  const requested: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(CHUNKS_PATH)) requested.push(pathname.replace(/^.*\//, ""));
  });
  return requested;
}

describe("the chunks of the plugin", () => {
  let ada: Desktop;
  let bo: Desktop;
  beforeAll(async () => {
    ada = await suite.keep("ada", { language: "de-DE" });
    bo = await suite.keep("bo");
  });

  it("[PP1] do not load for an agent, and load once and in one language for an admin", async () => {
    const sam = await suite.open("sam");
    const [forSam, forAda] = [partsOf(sam.page), partsOf(ada.page)];
    const dialog = await openTransferDialog(sam.page);
    await dialog.badge("Example").waitFor();

    const link = ada.page.locator(".Twilio-SideNav").getByText("Zeitplan-Manager");
    await link.dispatchEvent("click");
    const about = ada.page.getByText("Öffnungszeiten für Ihre Flows und Agenten.");
    await about.waitFor();
    await ada.page.getByRole("link", { name: "Teams" }).click();
    await about.waitFor({ state: "detached" });
    await link.dispatchEvent("click");
    await about.waitFor();

    expect(forAda.sort()).toEqual(["admin.js", "de-DE.js"]);
    expect(forSam).toEqual([]);
    expect([...sam.errors, ...ada.errors]).toEqual([]);
  });

  it("[LA5] are in Flex's language, dates included", async () => {
    const { page, errors, screenshot } = ada;
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

  it("[PP2] that can't be loaded are reported, and load on retry", async () => {
    const { page, screenshot } = bo;
    await page.route(IS_PART, (route) => route.abort());
    await sideLink(page).dispatchEvent("click");
    await page.getByRole("alert").getByText("The Schedule Manager couldn’t be loaded").waitFor();
    await screenshot("part-not-loaded");
    expect(await axeProblems(page)).toEqual([]);
    await page.unroute(IS_PART);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("table", { name: "Schedules" }).waitFor();
  });

  it("[PP6] load from where a deploy put them, as everything else", async () => {
    const live = await mkdtemp(join(tmpdir(), "schedule-live-"));
    const report = await deploy({
      args: ["--to", suite.everything.urls.twilio, "--env", "/dev/null", "--overwrite-ui"],
      environment: { ACCOUNT_SID, AUTH_TOKEN },
      root: ROOT,
      liveFolder: live,
    });
    await rm(live, { recursive: true });
    expect(report).toMatchObject({ ok: true });
    const [domain] = /[^/]+\.twil\.io/.exec(report.checkSchedule ?? "") ?? [];

    const { page, errors } = bo;
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    bo.forgetErrors();
    await page.reload();
    const manager = await openScheduleManager(page);
    await manager.row("Example").waitFor();
    const names = requested.flatMap((url) => new RegExp(`${domain}.*/([^/]+)$`).exec(url)?.[1] ?? []);
    expect(names.sort()).toEqual(["admin.js", "en-US.js", "sync-token"]);
    expect(requested.filter((url) => url.startsWith(suite.everything.urls.functions))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
