import { parseArgs } from "node:util";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import type { Page } from "playwright-core";
import { launchChromium } from "../browser/support/chromium";
import { openDesktop } from "../browser/support/desktop";
import { manySchedules } from "../browser/support/many";
import { openScheduleManager } from "../browser/support/schedule-manager";
import { startLocal } from "../stand-in/local-twilio";
import { round } from "./support/measure";
import { type Growth, growthOf, type Measure, type Sample } from "./soak/growth";
import { Hour } from "./soak/hour";
import { Meter } from "./soak/meter";

export const title =
  "an hour of an admin's desktop in ten minutes, with others' changes, sleeps and token renewals: memory, sockets and " +
  "listeners; ends with 1 if one grows (--minutes 10; --changes 480 a minute: a day's)";

const SCHEDULES = 100;
const RULES = 200;
/** Minutes of the hour until everything was shown once and its code is loaded. */
const WARM_UP = 12;
const MINUTES = 60;
/** Minutes of the hour between samples. */
const SAMPLE_EVERY = 4;

const MEASURES: Readonly<Record<Measure, string>> = {
  heapMb: "MB of heap",
  sockets: "sockets",
  listeners: "listeners",
  nodes: "DOM nodes",
};
const measures = Object.keys(MEASURES) as Measure[];

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string", default: "10" }, changes: { type: "string", default: "20" } },
  });
  const minuteMs = (Number(values.minutes) * 60_000) / MINUTES;
  const configuration = manySchedules(SCHEDULES, RULES);
  const local = await startLocal({ configuration, limits: false });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const { page } = await openDesktop(browser, local.urls.flex, "ada", { context, path: "/agent-desktop" });
    // Counts sockets from the page's first one on.
    const meter = await Meter.on(page);
    await page.reload();
    await openScheduleManager(page);
    const others = { changes: Number(values.changes), ms: minuteMs / 2 };
    const hour = new Hour(local, page, await shownSchedules(page, configuration), others);
    const samples: Sample[] = [];
    const began = performance.now();
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      await hour.minute(minute);
      await page.waitForTimeout(Math.max(0, began + minute * minuteMs - performance.now()));
      if (minute % SAMPLE_EVERY !== 0) continue;
      const sample = await meter.sample();
      if (minute >= WARM_UP) samples.push(sample);
      process.stderr.write(`minute ${minute} of ${MINUTES}: ${JSON.stringify(sample)}\n`);
    }
    const growth = Object.fromEntries(measures.map((measure) => [measure, growthOf(samples, measure)]));
    const isGrowing = Object.values(growth).some((each) => each.isGrowing);
    if (isGrowing) process.exitCode = 1;
    return {
      minutes: round((performance.now() - began) / 60_000),
      ...hour.counts,
      ...growth,
      isGrowing,
      samples,
    };
  } finally {
    await browser.close();
    await local.stop();
  }
}

/** The schedules on the first page of the table. */
async function shownSchedules(page: Page, { schedules }: Configuration): Promise<readonly Schedule[]> {
  const table = page.getByRole("table", { name: "Schedules" });
  await table.getByRole("rowheader").first().waitFor();
  const names = await table.getByRole("rowheader").getByRole("button").allTextContents();
  return schedules.filter(({ name }) => names.includes(name));
}

export function print(result: Record<string, unknown>): string[] {
  const lines = measures.map((measure) => {
    const { start, end, isGrowing } = result[measure] as Growth;
    return `${MEASURES[measure].padEnd(12)}${String(start).padStart(8)} at the start ${String(end).padStart(8)} at the end${isGrowing ? "  GROWS" : ""}`;
  });
  const { changes, sleeps, renewals, minutes } = result;
  return [
    `an hour in ${String(minutes)} minutes: ${String(changes)} changes by others, ${String(sleeps)} sleeps, ${String(renewals)} token renewals`,
    ...lines,
  ];
}
