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

const DIALOG = "[data-schedule-manager=dialog]";
/** ms between two looks into the page. */
const POLLING = 20;

/**
 * Waits until an expression is true in the page. The driver's own waits compute roles and texts of the whole page in
 * each frame, on the thread that is measured; an expression looks at few elements.
 */
const until = async (page: Page, expression: string): Promise<void> => {
  await page.waitForFunction(expression, undefined, { polling: POLLING, timeout: PATIENCE });
};

/** An expression: whether an element that matches the selector has a text, which is a regular expression. */
const shows = (selector: string, text: RegExp): string =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].some(({ textContent }) => ${text}.test(textContent))`;

/** Clicks inside the page, which excludes the driver's own waits from the measurement. */
const press = (button: Locator): Promise<void> => button.evaluate((element: HTMLElement) => element.click());

/** Imports rules from a file, and takes all of them as drafts. */
export async function importRules(page: Page, rules: readonly Rule[]): Promise<void> {
  await page.getByRole("button", { name: "Import and export" }).click();
  const text = JSON.stringify({ rules, schedules: [] });
  await page
    .getByLabel("File")
    .setInputFiles({ name: "rules.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const create = /^Create [\d,]+ drafts?$/;
  await until(page, shows("button", create));
  await press(page.getByRole("button", { name: create }));
  await until(page, `document.querySelector("table") !== null`);
  await nextFrame(page);
}

export async function review(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Review and publish" }));
  await until(page, shows(`${DIALOG} :is(h2, h3)`, /^Effect in the next 30 days$/));
  await nextFrame(page);
}

const publishButton = (page: Page): Locator =>
  page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true });

/** Publishes the reviewed drafts. @returns the progress messages in order */
export async function publish(page: Page): Promise<readonly string[]> {
  const said = await watchProgress(page);
  await press(publishButton(page));
  await until(page, `document.querySelector("${DIALOG}") === null`);
  return said();
}

const PROGRESS = `${DIALOG} [role=status]`;

/** Records the dialog's progress. It is text, because code for a page must not be compiled with helpers. */
const WATCH_PROGRESS = `
window.benchProgress = [];
new MutationObserver(() => {
  const text = document.querySelector("${PROGRESS}")?.textContent ?? "";
  if (/ of .* published/.test(text) && window.benchProgress.at(-1) !== text) window.benchProgress.push(text);
}).observe(document.querySelector("${DIALOG}"), { subtree: true, childList: true, characterData: true });`;

async function watchProgress(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(WATCH_PROGRESS);
  return () => page.evaluate(() => (window as unknown as { benchProgress: string[] }).benchProgress);
}

/** Publishes the reviewed drafts, and stops after the first part. */
export async function publishAndStop(page: Page): Promise<void> {
  await press(publishButton(page));
  await until(page, shows(PROGRESS, / of .* published/));
  await press(page.getByRole("dialog").getByRole("button", { name: "Stop" }));
  await until(page, shows(`${DIALOG} button`, /^Publish$/));
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

async function chooseGroup(page: Page, group: string, count: number): Promise<void> {
  await page.getByRole("searchbox").fill(group);
  await page.getByText(`of ${count}`).first().waitFor();
  await press(page.getByRole("checkbox", { name: "Select all schedules in this list" }));
}

const saysAll = (page: Page, count: number, what: "closed" | "reopened"): Promise<void> =>
  until(page, shows("[role=status]", new RegExp(`${count} schedules were ${what}\\.`)));

/** Chooses all schedules of a group. @returns a function that closes them and resolves when all are closed */
export async function closeGroup(page: Page, group: string, count: number): Promise<() => Promise<void>> {
  await chooseGroup(page, group, count);
  await press(page.getByRole("button", { name: `Close ${count} manually` }));
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return async () => {
    await press(dialog.getByRole("button", { name: "Close now" }));
    await saysAll(page, count, "closed");
  };
}

/** The same for reopening, which asks nothing. */
export async function reopenGroup(page: Page, group: string, count: number): Promise<() => Promise<void>> {
  await chooseGroup(page, group, count);
  return async () => {
    await press(page.getByRole("button", { name: `Reopen ${count}` }));
    await saysAll(page, count, "reopened");
  };
}
