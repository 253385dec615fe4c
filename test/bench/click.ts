import type { Page } from "playwright-core";
import twilio from "twilio";
import { DEFAULT_SHARDS, mapName } from "@schedule-manager/shared/sync/layout";
import { launchChromium } from "../browser/support/chromium";
import { openDesktop } from "../browser/support/desktop";
import { openScheduleManager } from "../browser/support/schedule-manager";
import { ACCOUNT_SID, AUTH_TOKEN, SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { startLocal } from "../stand-in/local-twilio";
import { median } from "./support/measure";

export const title = "from one admin's click to another's row, on two real Flex desktops";

const TIMES = 20;
const SCHEDULE = "Example";

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
async function bareWriter(twilioUrl: string): Promise<() => Promise<unknown>> {
  const account = twilio(ACCOUNT_SID, AUTH_TOKEN);
  account.sync.baseUrl = twilioUrl;
  const service = account.sync.v1.services(SYNC_SERVICE_SID);
  for (let shard = 0; shard < DEFAULT_SHARDS; shard += 1) {
    const map = service.syncMaps(mapName("schedule", shard, DEFAULT_SHARDS));
    const items = await map.syncMapItems.list();
    const found = items.find(({ data }) => (data as { name?: unknown }).name === SCHEDULE);
    if (found !== undefined) return () => map.syncMapItems(found.key).update({ data: found.data as object });
  }
  throw new Error(`no schedule has the name ${SCHEDULE}`);
}

export async function run(): Promise<Record<string, unknown>> {
  const [local, browser] = await Promise.all([startLocal(), launchChromium()]);
  try {
    const desktop = (person: string) => openDesktop(browser, local.urls.flex, person);
    const [ada, bo] = [await desktop("ada"), await desktop("bo")];
    const frames = itemFrames(bo.page);
    await bo.page.reload();
    const [adas, bos] = [await openScheduleManager(ada.page), await openScheduleManager(bo.page)];
    const [toFrame, toRow, drawn, bare]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let time = 0; time < TIMES; time += 1) {
      const closed = bos.row(SCHEDULE).getByText("Closed manually");
      const frame = frames.next();
      const pressed = await adas.toggle(SCHEDULE);
      const atFrame = await frame;
      await closed.waitFor({ state: time % 2 === 0 ? "attached" : "detached" });
      const atRow = performance.now();
      toFrame.push(atFrame - pressed);
      toRow.push(atRow - pressed);
      drawn.push(atRow - atFrame);
      await adas.row(SCHEDULE).locator("input[role=switch]:enabled").waitFor({ state: "attached" });
    }
    const write = await bareWriter(local.urls.twilio);
    for (let time = 0; time < TIMES; time += 1) {
      const frame = frames.next();
      const written = performance.now();
      void write();
      bare.push((await frame) - written);
    }
    const [event, row, drawing, alone] = [toFrame, toRow, drawn, bare].map((all) => Math.round(median(all)));
    return { times: TIMES, event, row, drawing, alone };
  } finally {
    await browser.close();
    await local.stop();
  }
}

export function print({ times, event, row, drawing, alone }: Record<string, unknown>): string[] {
  return [
    `From Ada's click, median of ${String(times)}: ${String(event)} ms to the Sync event on Bo's socket, ` +
      `${String(row)} ms to his row (${String(drawing)} ms after the event).`,
    `A bare write to Sync comes to that socket in ${String(alone)} ms.`,
  ];
}
