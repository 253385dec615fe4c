import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import type { Page } from "playwright-core";
import { exampleConfiguration } from "../stand-in/first-data";
import { axeProblems } from "./support/axe";
import { catalogueOf } from "./support/catalogue";
import { cutTexts } from "./support/cut-texts";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

const ID = "complaints-aaaaaa";
const NAME = "Customer complaints and escalations, Northern Europe";
const ZONE = "America/Argentina/ComodRivadavia";
/** A phone, and a laptop's window at 200 % zoom. */
const SIZES = [
  { width: 400, height: 800 },
  { width: 640, height: 360 },
];

/** With what an import asks and remarks. */
const FILE = {
  rules: [
    {
      id: "alternate-fridays",
      name: "Alternate Fridays",
      isOpen: true,
      dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
      startTime: "08:00",
      endTime: "23:59",
      colour: "red",
    },
  ],
  schedules: [{ name: "Sales", timeZone: ZONE, manualClose: false, rules: ["alternate-fridays"] }],
};

let rule = "";
let example = "";
let complaints: Omit<StoredSchedule, "name">;
beforeAll(async () => {
  const { rules, schedules } = await exampleConfiguration();
  rule = rules[0]?.id ?? "";
  example = schedules[0]?.id ?? "";
  complaints = {
    timeZone: ZONE,
    manualClose: true,
    manualNote: "Power cut in the main building",
    rules: rules.map(({ id }) => id),
  };
  catalogueOf(suite.everything).put("schedule", ID, { ...complaints, name: NAME });
});

interface FlexWindow {
  readonly Twilio: { Flex: { Actions: { invokeAction(name: string, path: string): Promise<void> } } };
}

/** Goes to a page of the view, and waits for what it shows last. */
async function go(page: Page, path: string, shown: string): Promise<void> {
  await page.evaluate(
    (to) => (window as unknown as FlexWindow).Twilio.Flex.Actions.invokeAction("HistoryPush", to),
    `/flex-schedule-manager/${path}`,
  );
  await page.waitForFunction((end) => location.pathname.endsWith(`/${end}`), path);
  await page.locator(`main ${shown}`).first().waitFor({ state: "attached" });
}

const WEEK = "[data-week-table]";

/** Waits until the dialog that opens has its size. */
const dialogStands = (page: Page) =>
  page.waitForFunction(() => {
    const dialog = document.querySelector("[data-schedule-manager=dialog]");
    return dialog !== null && new DOMMatrix(getComputedStyle(dialog).transform).isIdentity;
  });

const style = (page: Page, selector: string, property: string, pseudo?: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, [name = "", of]) => getComputedStyle(element, of).getPropertyValue(name), [
      property,
      pseudo,
    ] as const);

describe("small screens", () => {
  it.each([
    ["en-US", "Add holidays", "Review and publish"],
    ["de-DE", "Feiertage hinzufügen", "Prüfen und veröffentlichen"],
    ["zh-Hans", "添加节假日", "检查并发布"],
  ])(
    "[VW15] at 400 px and at 200 % zoom no text on a page or in a dialog is cut off, broken or scrolled sideways in %s",
    async (language, addHolidays, review) => {
      // Its own: an edit lock lasts half a minute longer than the desktop that it belongs to.
      const id = `complaints-${language.toLowerCase()}`;
      catalogueOf(suite.everything).put("schedule", id, {
        ...complaints,
        name: `Customer escalations and complaints, Northern Europe ${language}`,
      });
      const { page, screenshot, errors } = await suite.open("ada", {
        path: `/flex-schedule-manager/schedules`,
        language,
      });
      await page.getByRole("rowheader").first().waitFor();
      const found: string[] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const look = async (name: string): Promise<void> => {
          const at = `${name}-${language}-${size.width}`;
          await screenshot(`small-${at}`);
          found.push(...(await cutTexts(page)).map((problem) => `${at}: ${problem}`));
        };
        const lookInDialog = async (name: string): Promise<void> => {
          await dialogStands(page);
          await look(name);
          await page.keyboard.press("Escape");
          await page.locator("[data-schedule-manager=dialog]").waitFor({ state: "detached" });
        };
        for (const [path, shown] of [
          ["rules", "[role=rowheader]"],
          ["history", "li"],
          ["import-export", "input[type=file]"],
          [`rules/${rule}`, "table[role=grid]"],
          [`schedules/${example}/history`, "li"],
          [`schedules/${id}`, WEEK],
        ] as const) {
          await go(page, path, shown);
          await look(path.replaceAll("/", "-"));
        }
        await page.getByRole("button", { name: addHolidays }).press("Enter");
        await lookInDialog("holidays");
        await page.locator("main input").first().fill(`Kundendienst ${size.width}`);
        await page.getByRole("button", { name: review }).press("Enter");
        await lookInDialog("review");
        await go(page, "import-export", "input[type=file]");
        await page
          .locator("main input[type=file]")
          .setInputFiles({ name: "config.json", mimeType: "", buffer: Buffer.from(JSON.stringify(FILE)) });
        await page.locator("main").getByText("Alternate Fridays").first().waitFor();
        await look("import");
        await go(page, "schedules", "[role=rowheader]");
        await look("schedules");
        const row = page.getByRole("row").filter({ hasText: "Example" });
        await row.getByRole("switch").press("Space");
        await lookInDialog("close");
        await row.locator("[aria-haspopup=menu]").press("Enter");
        await page.getByRole("menuitem").first().press("Enter");
        await lookInDialog("today");
      }
      expect(found).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  it("[VW15] the measurement finds texts that are cut off, broken or scrolled sideways, and no others", async () => {
    const page = await suite.browser.newPage({ viewport: { width: 400, height: 800 } });
    await page.setContent(`
      <div data-schedule-manager="view">
        <p style="width: 80px; overflow-wrap: anywhere">Kundendienstabteilung</p>
        <p style="width: 60px; overflow: hidden; white-space: nowrap">No rule applies</p>
        <p style="width: 60px; overflow-x: auto; white-space: nowrap">By the rule</p>
        <p style="height: 10px; line-height: 20px; overflow: hidden">Halved</p>
        <p style="position: absolute; left: 380px; white-space: nowrap">Beyond it</p>
        <p style="width: 80px">Some words that wrap</p>
        <p style="width: 1em">添加</p>
        <p style="width: 50px">中文在任何地方换行</p>
        <p style="position: absolute; width: 1px; height: 1px; overflow: hidden">For screen readers</p>
      </div>`);
    const found = await cutTexts(page);
    for (const problem of [
      "broken word: Kundendienstabteilung (in “Kundendienstabteilung”)",
      "column of characters: 添加",
      "cut off: No rule applies",
      "sideways scroll: P By the rule",
      "cut off below: Halved",
      "outside the window: Beyond it",
    ])
      expect(found).toContain(problem);
    expect(found.filter((problem) => /Some words|screen readers|中文/.test(problem))).toEqual([]);
    await page.close();
  });

  it("[VW15] a row is a card with the columns' names, and still a row of a table", async () => {
    const { page } = await suite.open("ada");
    await openScheduleManager(page);
    expect(await style(page, "[data-label=Status]", "content", "::before")).toBe("none");
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await style(page, "tbody tr", "display")).toBe("grid");
    expect(await style(page, "[data-label=Status]", "content", "::before")).toContain("Status");
    const card = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: NAME }) });
    expect(await card.getByRole("cell").count()).toBe(6);
    const [head, cell] = [
      await card.getByRole("rowheader").boundingBox(),
      await card.getByRole("cell").nth(1).boundingBox(),
    ];
    expect((head?.y ?? NaN) + (head?.height ?? NaN)).toBeLessThanOrEqual(cell?.y ?? NaN);
    await page.getByRole("button", { name: "Status", exact: true }).click();
    expect(await page.getByRole("columnheader", { name: "Status" }).getAttribute("aria-sort")).toBe(
      "ascending",
    );
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe("without colors", () => {
  it("[VW16] in forced colors, what is on, chosen, open or focused differs by what forced colors keep", async () => {
    const { page, screenshot } = await suite.open("ada", { path: `/flex-schedule-manager/schedules` });
    await page.getByRole("rowheader").first().waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    const differ = async (property: string, ...selectors: readonly string[]): Promise<void> => {
      const values = await Promise.all(selectors.map((selector) => style(page, selector, property)));
      expect([property, new Set(values).size, values]).toEqual([property, selectors.length, values]);
    };
    const knob = "~ label [data-paste-element=SWITCH_CONTROL]";
    await differ("background-color", `[role=switch]:checked ${knob}`, `[role=switch]:not(:checked) ${knob}`);
    expect(await style(page, `[role=switch]:not(:checked) ${knob}`, "outline-style")).toBe("solid");
    await differ("background-color", "[role=tab][aria-selected=true]", "[role=tab][aria-selected=false]");
    await differ("background-color", "main [aria-pressed=true]", "main [aria-pressed=false]");
    expect(await style(page, "main [data-paste-element=BADGE]", "outline-style")).toBe("solid");
    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Tab");
    expect(await style(page, "main :focus-visible", "outline-width")).toBe("3px");
    await screenshot("forced-colors-schedules");

    await go(page, `schedules/${ID}`, WEEK);
    const legend = (look: string): string => `li:has-text("${look}") > [data-block]`;
    await differ(
      "background-image",
      legend("Open"),
      legend("Closed by a rule"),
      legend("Closed: no rule applies"),
      legend("Closed manually"),
    );
    await page
      .getByRole("button", { name: /: Closed manually/ })
      .first()
      .waitFor();
    await differ("background-image", "button[data-block][aria-label*='Closed manually']", legend("Open"));
    await screenshot("forced-colors-schedule");
  });

  it("[PV19] a printed schedule or rule has its name, zone and preview, and nothing of Flex or the form", async () => {
    const { page, screenshot } = await suite.open("ada", { path: `/flex-schedule-manager/schedules/${ID}` });
    const table = page.locator(`${WEEK} table`);
    const onPaper = async (name: string): Promise<readonly (string | null)[]> => {
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.emulateMedia({ media: "print" });
      const shown = await page
        .locator("button, input, select, h1, h2, .Twilio-SideNav")
        .evaluateAll((all) =>
          all
            .filter((element) => element.checkVisibility() && !element.matches("[data-block], [data-look]"))
            .map(({ textContent }) => textContent),
        );
      const paper = await page.addStyleTag({ content: "html { background: white }" });
      await screenshot(name);
      const pdf = (await page.pdf()).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
      await paper.evaluate((element) => void (element as Element).remove());
      return shown;
    };
    const about = (property: string): Promise<string> => style(page, `[${property}]`, "content", "::before");
    await table.waitFor({ state: "attached" });
    expect(await table.isVisible()).toBe(false);
    expect(await onPaper("print")).toEqual(["Calendar"]);
    expect(await table.isVisible()).toBe(true);
    expect(await about("data-print")).toBe(`"${NAME}"`);
    expect(await about("data-print-about")).toContain(ZONE);

    await page.emulateMedia({ media: "screen" });
    const { rules } = await exampleConfiguration();
    await go(page, `rules/${rule}`, "[data-print-about] [role=grid]");
    expect(await onPaper("print-rule")).toEqual(["Calendar", "Next days"]);
    expect(await about("data-print")).toBe(`"${rules[0]?.name ?? ""}"`);
    expect(await about("data-print-about")).toMatch(/^"Open · .+ · .+ · .+ · .+"$/);
  });
});
