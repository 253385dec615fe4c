import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { axeProblems } from "./support/axe";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

const TWILIO = {
  rules: [
    {
      id: "11111111-aaaa-4bbb-8ccc-000000000001",
      name: "Every other Friday",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
      startTime: "08:00",
      endTime: "17:00",
      colour: "red",
    },
    {
      id: "11111111-aaaa-4bbb-8ccc-000000000003",
      name: "Sundays",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;BYDAY=SU",
      startTime: "18:00",
      endTime: "23:59",
    },
    { id: "11111111-aaaa-4bbb-8ccc-000000000002", name: "Strike", isOpen: false, closedReason: "strike" },
  ],
  schedules: [
    {
      name: "Support",
      timeZone: "Europe/Berlin",
      manualClose: false,
      rules: ["11111111-aaaa-4bbb-8ccc-000000000001"],
    },
  ],
};

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Test//EN",
  "BEGIN:VEVENT",
  "UID:a",
  "SUMMARY:Founders' Day",
  "DESCRIPTION:Public holiday",
  "DTSTART;VALUE=DATE:20260612",
  "RRULE:FREQ=YEARLY",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:c",
  "SUMMARY:Day of Jokes",
  "DESCRIPTION:Observance",
  "DTSTART;VALUE=DATE:20260401",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:d",
  "SUMMARY:Make-up working day",
  "DTSTART;VALUE=DATE:20260620",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:b",
  "SUMMARY:Called off",
  "STATUS:CANCELLED",
  "DTSTART;VALUE=DATE:20260613",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

const give = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel("File").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });

async function saved(page: Page, button: string): Promise<readonly [string, string]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
}

describe("import, export and filters", () => {
  let ada: Desktop;
  beforeAll(async () => {
    ada = await suite.keep("ada");
  });

  it("[CF8] an export writes everything as a configuration, and a schedule as a calendar", async () => {
    const { page } = ada;
    await openScheduleManager(page);
    await page.getByRole("button", { name: "Import and export" }).click();
    const [name, text] = await saved(page, "Download configuration");
    expect(name).toMatch(/^schedules-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(text)).toMatchObject({ schedules: [{ name: "Example", timeZone: "America/Chicago" }] });
    await page.getByRole("combobox", { name: "Schedule" }).fill("exa");
    await page.keyboard.press("Enter");
    await page.getByLabel("What").selectOption("closures");
    const [calendar, events] = await saved(page, "Download calendar");
    expect(calendar).toBe("Example.ics");
    expect(events).toContain("SUMMARY:Christmas Day");
    await page.getByRole("button", { name: "Back" }).click();
  });

  it("[TA4] a table is searched and filtered, says when no row matches, and keeps its state while an item is open", async () => {
    const { page, screenshot } = ada;
    await page.setViewportSize({ width: 1024, height: 768 });
    await openScheduleManager(page);
    await page.getByRole("tab", { name: "Rules" }).click();
    const rows = page.getByRole("table", { name: "Rules" }).getByRole("rowheader");
    await page.getByRole("button", { name: "Open rules (1)" }).click();
    await page.getByRole("searchbox").fill("day");
    await page.getByText("No results for “day”.").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await rows.first().waitFor();
    await page.getByRole("button", { name: "Closed rules (10)" }).click();
    await page.getByRole("searchbox").fill("mem day");
    await page.waitForFunction(() => document.querySelectorAll("[aria-label=Rules] tbody tr").length === 1);
    await screenshot("rules-filtered");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Memorial Day" }).click();
    await page.getByRole("button", { name: "Back" }).click();
    expect(await rows.allTextContents()).toEqual(["Memorial Day"]);
    expect(await page.getByRole("searchbox").inputValue()).toBe("mem day");
    await page.getByRole("searchbox").fill("");
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("tab", { name: "Schedules" }).click();
  });

  it("[CF7, CF13, CF15] an import previews the changes, asks and lists what is open, leaves out unchosen events, and makes drafts", async () => {
    const { page, screenshot, errors } = ada;
    await openScheduleManager(page);
    await page.getByRole("button", { name: "Import and export" }).click();
    await give(page, "config.json", JSON.stringify(TWILIO));
    await page.getByText("4 new · 0 changed · 0 unchanged").waitFor();
    await page.getByText("When does it start? The recurrence counts from a start date").waitFor();
    await page.getByText("The field “colour” is unknown and was not imported.").waitFor();
    await screenshot("import-config");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel("Every other Friday").fill("2026-01-02");
    await page.getByText("When: Every 2nd Friday, 8:00 AM–5:00 PM, from Jan 2, 2026").waitFor();
    await page.getByText("1 item needs your attention").waitFor();
    await page.getByRole("radio", { name: "At midnight" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("When: Every Sunday, 6:00 PM–12:00 AM").waitFor();
    await give(page, "page.html", "<html>");
    await page.getByText("This is neither a configuration (JSON) nor a calendar (.ics).").waitFor();

    await give(page, "holidays.ics", CALENDAR);
    await page.getByRole("combobox", { name: /Add the rules to/ }).fill("exa");
    await page.keyboard.press("Enter");
    await page.getByText("3 new · 1 changed").waitFor();
    expect(await page.getByRole("checkbox", { name: "Cancelled (1)" }).isChecked()).toBe(false);
    await page.getByRole("checkbox", { name: "Observance (1)" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("2 new · 1 changed").waitFor();
    await page.getByText("Rules: Founders' Day and Make-up working day added").waitFor();
    await screenshot("import-calendar");
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Create 3 drafts" }).click();
    await page.getByText("3 unpublished changes").waitFor();
    await page.getByRole("tab", { name: "Rules" }).click();
    await page.getByRole("rowheader", { name: /Founders' Day/ }).waitFor();
    expect(errors).toEqual([]);
  });
});
