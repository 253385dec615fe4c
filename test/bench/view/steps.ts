import type { Locator, Page } from "playwright-core";
import type { Rule } from "@schedule-manager/shared/model/model";
import type { ScheduleManager } from "../../browser/support/schedule-manager";

/** ms: a step that takes longer has failed. */
const PATIENCE = 600_000;

const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(resolve, 0);
        });
      }),
  );

/** Imports rules from a file, and takes all of them as drafts. */
export async function importRules(page: Page, rules: readonly Rule[]): Promise<void> {
  await page.getByRole("button", { name: "Import and export" }).click();
  const text = JSON.stringify({ rules, schedules: [] });
  await page
    .getByLabel("File")
    .setInputFiles({ name: "rules.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: /^Create [\d,]+ drafts?$/ }).click({ timeout: PATIENCE });
  await page.getByRole("table").waitFor({ timeout: PATIENCE });
  await nextFrame(page);
}

/** Clicks inside the page, which excludes the driver's own waits from the measurement. */
const press = (button: Locator): Promise<void> => button.evaluate((element: HTMLElement) => element.click());

export async function review(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Review and publish" }));
  await page.getByRole("dialog").getByText("Effect in the next 30 days").waitFor({ timeout: PATIENCE });
  await nextFrame(page);
}

const publishButton = (page: Page): Locator =>
  page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true });

/** Publishes the reviewed drafts. @returns the progress messages in order */
export async function publish(page: Page): Promise<readonly string[]> {
  const said = await watchProgress(page);
  await press(publishButton(page));
  await page.getByRole("dialog").waitFor({ state: "detached", timeout: PATIENCE });
  return said();
}

/** Records the dialog's progress. It is text, because code for a page must not be compiled with helpers. */
const WATCH_PROGRESS = `
window.benchProgress = [];
new MutationObserver(() => {
  const [text] = /[\\d,]+ of [\\d,]+ published/.exec(document.body.textContent ?? "") ?? [];
  if (text !== undefined && window.benchProgress.at(-1) !== text) window.benchProgress.push(text);
}).observe(document.body, { subtree: true, childList: true, characterData: true });`;

async function watchProgress(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(WATCH_PROGRESS);
  return () => page.evaluate(() => (window as unknown as { benchProgress: string[] }).benchProgress);
}

/** Publishes the reviewed drafts, and stops after the first part. */
export async function publishAndStop(page: Page): Promise<void> {
  await press(publishButton(page));
  const dialog = page.getByRole("dialog");
  await dialog
    .getByText(/[\d,]+ of [\d,]+ published/)
    .first()
    .waitFor({ timeout: PATIENCE });
  await press(dialog.getByRole("button", { name: "Stop" }));
  await publishButton(page).waitFor({ timeout: PATIENCE });
}

export async function draftCount(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d,]+ unpublished changes?$/)
    .first()
    .textContent();
  return Number((text ?? "").replaceAll(/\D/g, ""));
}

const WATCH_KEYS = `
window.benchKeys = [];
document.addEventListener("keydown", ({ timeStamp }) => {
  requestAnimationFrame(() => setTimeout(() => window.benchKeys.push(performance.now() - timeStamp), 0));
}, true);`;

/** Types in the name of a schedule. @returns ms from each key to the frame that shows it */
export async function typeName(page: Page, view: ScheduleManager, name: string): Promise<readonly number[]> {
  await page.getByRole("searchbox").fill(name);
  const editor = await view.open(name);
  await editor.name.focus();
  await page.waitForTimeout(1000);
  await page.evaluate(WATCH_KEYS);
  await page.keyboard.type(" of them all, night and day", { delay: 120 });
  await page.waitForTimeout(500);
  await editor.button("Discard draft").click();
  await editor.back();
  await page.getByRole("searchbox").fill("");
  return page.evaluate(() => (window as unknown as { benchKeys: number[] }).benchKeys);
}

/** Closes all schedules of a group. @returns a function that starts this and resolves when all are closed */
export async function chooseGroup(page: Page, group: string, count: number): Promise<() => Promise<void>> {
  await page.getByRole("searchbox").fill(group);
  await page.getByText(`of ${count}`).first().waitFor();
  await press(page.getByRole("checkbox", { name: "Select all schedules in this list" }));
  await press(page.getByRole("button", { name: `Close ${count} manually` }));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return async () => {
    await press(dialog.getByRole("button", { name: "Close now" }));
    await page.getByText(`${count} schedules were closed.`).first().waitFor({ timeout: PATIENCE });
  };
}
