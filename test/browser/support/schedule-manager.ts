import type { Locator, Page } from "playwright-core";

/** ms: with many tests at once, a screen may take its time. */
const PATIENCE = 120_000;

/** The Schedule Manager on somebody's desktop, by what a person sees of it. */
export interface ScheduleManager {
  row(name: string): Locator;
  /** Turns the manual close of a schedule on or off, by keyboard. */
  toggle(name: string): Promise<void>;
}

export const sideLink = (page: Page): Locator =>
  page.locator(".Twilio-SideNav").getByText("Schedule Manager");

/** Goes to the Schedule Manager by its side link, and waits until it shows schedules. */
export async function openScheduleManager(page: Page): Promise<ScheduleManager> {
  // The link's words are beside its icon only when the navigation is wide.
  await sideLink(page).dispatchEvent("click", undefined, { timeout: PATIENCE });
  await page.getByRole("table", { name: "Schedules" }).waitFor({ timeout: PATIENCE });
  const row = (name: string): Locator =>
    page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  return {
    row,
    async toggle(name) {
      const control = row(name).getByRole("switch");
      await control.focus();
      await page.keyboard.press("Space");
    },
  };
}
