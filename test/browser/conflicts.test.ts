import type { ListAnswer } from "@schedule-manager/shared/api/api";
import type { Page } from "playwright-core";
import { personNamed } from "../stand-in/dev-account";
import { axeProblems } from "./support/axe";
import { catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { type LateSockets, lateSockets } from "./support/late-sockets";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** Ada's sockets can be held back. */
let late: LateSockets;
let ada: Desktop;
let bo: Desktop;
beforeAll(async () => {
  late = await lateSockets(suite.browser);
  [ada, bo] = [await suite.keep("ada", { context: late.context }), await suite.keep("bo")];
});

/** The accessible name of the focused element. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (it === null || it === document.body) return "";
    const label = (it as HTMLInputElement).labels?.[0]?.textContent;
    return (it.getAttribute("aria-label") ?? label ?? it.textContent).trim();
  });

/** Presses Tab until the named element has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(name)}.`);
}

describe("two admins who edit the same schedule", () => {
  it("[CN1] see fields of one admin merged and base, theirs and mine of the others, and publish the selected values", async () => {
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const adasPage = await adas.open("Example");
    await adasPage.name.fill("Example of Ada");
    await ada.page.getByRole("button", { name: "Move New Year's Day down" }).click();

    const bosPage = await bos.open("Example");
    await bosPage.button("Take over").click();
    await ada.page.getByRole("heading", { name: /^Bo Okafor took over/ }).waitFor();
    await bosPage.name.fill("Example of Bo");
    await bosPage.button("Close manually…").press("Enter");
    await bo.page.getByRole("dialog").getByRole("radio", { name: "Until reopened" }).press("Enter");
    await bo.page.getByText("Closed manually until somebody reopens it.").waitFor();
    const bosReview = await bos.review();
    await bosReview.getByText("Name: was Example, now Example of Bo").waitFor();
    await bosReview.getByRole("button", { name: "Publish", exact: true }).click();
    await bosReview.waitFor({ state: "detached" });
    await bosPage.back();

    // Bo has left: Ada may edit again, and sees his changes at once.
    await ada.page.getByRole("heading", { name: /^Bo Okafor changed this/ }).waitFor();
    for (const [side, value] of [
      ["Before", "Example"],
      ["Theirs", "Example of Bo"],
      ["Yours", "Example of Ada"],
    ] as const) {
      const radio = ada.page.getByRole("radio", { name: side });
      expect(await radio.isChecked()).toBe(false);
      await ada.page.getByText(value, { exact: true }).first().waitFor();
    }
    await ada.screenshot("conflict");
    expect(await axeProblems(ada.page)).toEqual([]);
    await ada.page.getByRole("radio", { name: "Yours" }).press("Space");
    await adasPage.button("Apply choices").click();
    const adasReview = await adas.review();
    await adasReview.getByText("Name: was Example of Bo, now Example of Ada").waitFor();
    await adasReview.getByText("Rules: New Year's Day moved from place 2 to 3").waitFor();
    expect(await adasReview.getByText(/Manual close/).count()).toBe(0);
    await adasReview.getByRole("button", { name: "Publish", exact: true }).click();
    await adasReview.waitFor({ state: "detached" });
    await bos.row("Example of Ada").getByText("Closed manually").waitFor();
    expect(await suite.check("Example of Ada")).toEqual({ isOpen: false, closedReason: "manual" });
    await adasPage.back();
    expect([...ada.errors, ...bo.errors]).toEqual([]);
  });
});

describe("two admins who publish at the same time", () => {
  it("[CN3] see the publish in progress and its end, and lose nothing by a refused publish", async () => {
    const { faults } = suite.everything.standIn;
    // A schedule that no tab of the other tests has locked.
    const night = { name: "Night", timeZone: "Europe/Oslo", manualClose: false, rules: [] };
    catalogueOf(suite.everything).put("schedule", "night-000001", night);
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const adasPage = await adas.open("Night");
    await adasPage.name.fill("Ada's");

    // Bo's publish has acquired the lease, and pauses at its history.
    faults.add({ match: { transport: "http", method: "POST", path: "/Items" }, delayMs: 3000, times: 1 });
    await bos.toggle("Example of Ada");
    await ada.page.getByText("Another schedule publish is in progress.").waitFor();
    await ada.screenshot("other-publish");
    const adasReview = await adas.review();
    const publish = adasReview.getByRole("button", { name: "Publish", exact: true });
    await publish.click();
    await adasReview.getByText("Another schedule publish is in progress. Try again in a moment.").waitFor();
    await ada.screenshot("other-publish-refused");
    await adasReview.getByText("The other publish has finished. You can publish now.").waitFor();
    await ada.screenshot("other-publish-done");

    // Ada receives the next publish late.
    const bosPage = await bos.open("Night");
    await bosPage.button("Take over").click();
    await bosPage.name.fill("Bo's");
    late.hold();
    const bosReview = await bos.review();
    await bosReview.getByRole("button", { name: "Publish", exact: true }).click();
    await bosReview.waitFor({ state: "detached" });
    await publish.click();
    await adasReview.getByText("Someone else published a newer version in the meantime.").waitFor();
    await adasReview.getByText("Nothing is lost, and you don’t need to reload.").waitFor();
    await ada.screenshot("publish-refused");
    late.release();
    await adasReview.getByRole("button", { name: /^View/ }).click();
    await ada.page.getByRole("heading", { name: /^Bo Okafor changed this/ }).waitFor();
    await ada.page.getByRole("radio", { name: "Yours" }).press("Space");
    await adasPage.button("Apply choices").click();
    await adas.review();
    await publish.click();
    await adasReview.waitFor({ state: "detached" });
    await bo.page.getByRole("heading", { name: "Ada's" }).waitFor();
    await bosPage.back();
    // The two refusals, which the browser reports as loading errors.
    expect(ada.errors.map((error) => /409 \(Conflict\)/.exec(error)?.[0])).toEqual([
      "409 (Conflict)",
      "409 (Conflict)",
    ]);
    ada.forgetErrors();
    expect(bo.errors).toEqual([]);
  });
});

/** The key of a schedule in Sync. */
async function keyOf(name: string): Promise<string | undefined> {
  const answer = await fetch(`${suite.everything.urls.functions}/admin/list`, {
    method: "POST",
    body: new URLSearchParams({ Token: personNamed("ada")?.token ?? "" }),
  });
  const { data } = (await answer.json()) as ListAnswer;
  return data.schedules.find((schedule) => schedule.name === name)?.id;
}

describe("one admin", () => {
  it("[CN2] creates, edits and publishes a schedule by keyboard alone; the draft survives a reload", async () => {
    const { page } = ada;
    await page.reload();
    await openScheduleManager(page);
    await page.locator("body").press("Tab");
    await tabTo(page, /^New schedule/);
    await page.keyboard.press("Enter");
    // The name has the focus.
    await page.getByRole("textbox", { name: /(^|\s)Name$/ }).waitFor();
    await page.keyboard.type("Night desk");
    await tabTo(page, /Time zone/);
    await page.keyboard.type("Kiev");
    await page.getByRole("option", { name: /Europe\/Kiev/ }).waitFor();
    await page.keyboard.press("Enter");
    for (const rule of ["Open hours", "Labor Day"]) {
      await tabTo(page, /Add a rule/);
      await page.keyboard.type(rule);
      await page.getByRole("option", { name: rule }).waitFor();
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Shift+Tab");
    // Backwards over remove, down and up of the last rule to its handle.
    while (!/^Move Labor Day: drag/.test(await focused(page))) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowUp");
    await page.getByText("Labor Day is now number 1 of 2.").waitFor({ state: "attached" });

    await page.reload();
    const again = await openScheduleManager(page);
    await page.getByText("1 unpublished change").waitFor();
    await tabTo(page, /^Review and publish/);
    await page.keyboard.press("Enter");
    const review = page.getByRole("dialog", { name: "Review and publish" });
    await review.getByText("Night desk").first().waitFor();
    await tabTo(page, /^Publish$/);
    await page.keyboard.press("Enter");
    await review.waitFor({ state: "detached" });
    await again.row("Night desk").getByText("Labor Day and Open hours").waitFor();
    expect(await suite.check("Night desk")).toHaveProperty("isOpen");

    expect(await keyOf("Night desk")).toMatch(/^night-desk-[a-z0-9]{6}$/);
    expect(ada.errors).toEqual([]);
  });

  it("[CN4] gets no axe violation on the pages and in the review, and discards all drafts after a confirmation", async () => {
    const { page, errors, screenshot } = bo;
    const bos = await openScheduleManager(page);
    expect(await axeProblems(page)).toEqual([]);
    const item = await bos.open("Night desk");
    expect(await axeProblems(page)).toEqual([]);
    await item.name.fill("Night desk of Bo");
    await item.button("Edit Labor Day").first().click();
    await page.getByRole("heading", { name: "Labor Day" }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    const review = await bos.review();
    expect(await axeProblems(page)).toEqual([]);
    await review.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Discard all" }).click();
    const sure = page.getByRole("alertdialog", { name: "Discard all" });
    await sure.waitFor();
    await screenshot("discard-all");
    await sure.getByRole("button", { name: "Discard all" }).click();
    await page.getByText("1 unpublished change").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});
