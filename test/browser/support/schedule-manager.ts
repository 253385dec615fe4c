import type { Locator, Page } from "playwright-core";

/** ms: with many concurrent tests, a screen may take long. */
const PATIENCE = 120_000;

/** The Schedule Manager on a person's desktop, by its visible elements. */
export interface ScheduleManager {
  row(name: string): Locator;
  /**
   * Turns the manual close of a schedule on (in the dialog, until reopened) or off, by keyboard.
   * @returns `performance.now()` at the key press that publishes
   */
  toggle(name: string): Promise<number>;
  /** Opens the page of a schedule from the table. */
  open(name: string): Promise<ItemPage>;
  /** Opens the dialog that publishes all drafts. */
  review(): Promise<Locator>;
}

/** The page of one schedule or rule. */
interface ItemPage {
  readonly name: Locator;
  field(label: string): Locator;
  button(name: string | RegExp): Locator;
  back(): Promise<void>;
}

function itemPage(page: Page): ItemPage {
  const main = page.getByRole("main");
  const button = (name: string | RegExp): Locator =>
    main.getByRole("button", { name, exact: typeof name === "string" });
  return {
    name: main.getByRole("textbox", { name: /(^|\s)Name$/ }),
    field: (label) => main.getByLabel(label),
    button,
    async back() {
      await button("Back").click();
      await page.getByRole("table").waitFor();
    },
  };
}

export const sideLink = (page: Page): Locator =>
  page.locator(".Twilio-SideNav").getByText("Schedule Manager");

/** Opens the Schedule Manager by its side link, and waits until it shows schedules. */
export async function openScheduleManager(page: Page): Promise<ScheduleManager> {
  // The link's text is visible only when the navigation is wide.
  await sideLink(page).dispatchEvent("click", undefined, { timeout: PATIENCE });
  await page.getByRole("table", { name: "Schedules" }).waitFor({ timeout: PATIENCE });
  const row = (name: string): Locator =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader").getByRole("button", { name, exact: true }) });
  return {
    row,
    async open(name) {
      await row(name).getByRole("button", { name, exact: true }).click();
      const item = itemPage(page);
      await item.name.waitFor();
      return item;
    },
    async review() {
      await page.getByRole("button", { name: "Review and publish" }).click();
      const dialog = page.getByRole("dialog", { name: "Review and publish" });
      await dialog.waitFor();
      return dialog;
    },
    async toggle(name) {
      // It is disabled until the answer to a publish has arrived, which may be after the event that shows it.
      const control = row(name).getByRole("switch", { disabled: false });
      const isClosed = await control.isChecked();
      await control.focus();
      const pressed = performance.now();
      await page.keyboard.press("Space");
      if (isClosed) return pressed;
      const chosen = page.getByRole("dialog").getByRole("radio", { name: "Until reopened" });
      // Paste hides the control and draws its label, so it is never visible.
      await chosen.waitFor({ state: "attached" });
      const entered = performance.now();
      await chosen.press("Enter");
      return entered;
    },
  };
}
