import type { Page } from "playwright-core";
import twilio from "twilio";
import { DEFAULT_SHARDS, mapName } from "@schedule-manager/shared/sync/layout";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";

const suite = browserSuite();

/** The number of measurements from one person's click to another's row. */
const TIMES = 20;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Records when a Sync frame with a map's item reaches a page. */
function itemFrames(page: Page): { next(): Promise<number> } {
  let waiting: ((at: number) => void) | null = null;
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      if (!payload.toString().includes('"map_item_updated"')) return;
      waiting?.(performance.now());
      waiting = null;
    });
  });
  return { next: () => new Promise((resolve) => (waiting = resolve)) };
}

/** Writes the item of a schedule again unchanged, by Sync alone: measures a write until its event on a socket. */
async function bareWriter(twilioUrl: string, name: string): Promise<() => Promise<unknown>> {
  const account = twilio(ACCOUNT_SID, AUTH_TOKEN);
  account.sync.baseUrl = twilioUrl;
  const service = account.sync.v1.services(SYNC_SERVICE_SID);
  for (let shard = 0; shard < DEFAULT_SHARDS; shard += 1) {
    const items = service.syncMaps(mapName("schedule", shard, DEFAULT_SHARDS)).syncMapItems;
    const found = (await items.list()).find(({ data }) => (data as { name?: unknown }).name === name);
    if (found !== undefined)
      return () =>
        service
          .syncMaps(mapName("schedule", shard, DEFAULT_SHARDS))
          .syncMapItems(found.key)
          .update({ data: found.data as object });
  }
  throw new Error(`no schedule has the name ${name}`);
}

describe("two admins and a schedule", () => {
  it("[PL54] a close by one admin appears for the other without a reload, and in Studio's answer", async () => {
    const [ada, bo] = [await suite.open("ada"), await suite.open("bo", { width: 1440, height: 900 })];
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    await ada.screenshot("schedules-before");
    let reloads = 0;
    bo.page.on("framenavigated", () => (reloads += 1));

    await adas.toggle("Example");
    await bos.row("Example").getByText("Closed manually").waitFor();
    await adas.row("Example").getByText("Closed manually").waitFor();
    expect(await suite.check("Example")).toEqual({ isOpen: false, closedReason: "manual" });
    await ada.screenshot("schedules-closed-ada");
    await bo.screenshot("schedules-closed-bo");

    await bos.toggle("Example");
    await adas.row("Example").getByText("Closed manually").waitFor({ state: "detached" });
    expect(await adas.row("Example").getByRole("switch").isChecked()).toBe(false);
    expect(reloads).toBe(0);
    expect([...ada.errors, ...bo.errors]).toEqual([]);
  });

  it("[VW1] a failed publish is shown in the view, and outside the view by Flex's notification", async () => {
    const { page, screenshot } = await suite.open("ada");
    const view = await openScheduleManager(page);
    const { faults } = suite.everything.standIn;
    // Every write to Sync over REST fails: the publish can't begin.
    const fault = faults.add({
      match: { transport: "http", method: "POST", path: "sync.twilio.com" },
      action: { do: "answer", status: 500 },
    });
    await view.toggle("Example");
    await page.getByRole("main").locator("..").getByText("Not published: Example").waitFor();
    await screenshot("publish-failed");
    expect(await page.getByText("could not be closed").count()).toBe(0);

    await view.toggle("Example");
    await page.getByRole("link", { name: "Agent Desktop", exact: true }).click();
    await page.getByTestId("notification-message").getByText("Example could not be closed").waitFor();
    await screenshot("publish-failed-elsewhere");
    faults.remove(fault);
    await openScheduleManager(page);
    await page.getByText("Not published: Example").waitFor();
    await view.toggle("Example");
    await view.row("Example").getByText("Closed manually").waitFor();
    await page.getByText("Not published: Example").waitFor({ state: "detached" });
    await view.toggle("Example");
    await view.row("Example").getByText("Closed manually").waitFor({ state: "detached" });
  });

  it("[PL56] the time from one admin's click to the other's row is measured and printed", async () => {
    const [ada, bo] = [await suite.open("ada"), await suite.open("bo")];
    const frames = itemFrames(bo.page);
    await bo.page.reload();
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const toFrame: number[] = [];
    const toRow: number[] = [];
    const drawn: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const closed = bos.row("Example").getByText("Closed manually");
      const frame = frames.next();
      const pressed = await adas.toggle("Example");
      const atFrame = await frame;
      await closed.waitFor({ state: time % 2 === 0 ? "attached" : "detached" });
      const atRow = performance.now();
      toFrame.push(atFrame - pressed);
      toRow.push(atRow - pressed);
      drawn.push(atRow - atFrame);
      await adas.row("Example").locator("input[role=switch]:enabled").waitFor({ state: "attached" });
    }
    const write = await bareWriter(suite.everything.urls.twilio, "Example");
    const bare: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const frame = frames.next();
      const written = performance.now();
      void write();
      bare.push((await frame) - written);
    }
    const [event, row, drawing, alone] = [toFrame, toRow, drawn, bare].map(
      (values) => `${Math.round(median(values))} ms`,
    );
    // To stderr: jest keeps what a test writes to stdout to itself.
    process.stderr.write(
      `\nFrom Ada's click, median of ${TIMES}: ${event} to the Sync event on Bo's socket, ` +
        `${row} to his row (${drawing} after the event). A bare write to Sync comes to that socket in ${alone}.\n`,
    );
    expect(toRow).toHaveLength(TIMES);
  });
});
