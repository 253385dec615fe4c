import { loadavg } from "node:os";
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { costOf, MAX_CHANGES, RATE_WINDOW, splitChanges } from "@schedule-manager/shared/api/write-limits";
import { DEFAULT_SHARDS } from "@schedule-manager/shared/sync/layout";
import { catalogueOf } from "../browser/support/catalogue";
import { launchChromium } from "../browser/support/chromium";
import { openDesktop } from "../browser/support/desktop";
import { openScheduleManager, sideLink } from "../browser/support/schedule-manager";
import { startLocal } from "../stand-in/local-twilio";
import { quantile } from "./scale/quantile";
import { round } from "./support/measure";
import { changedRules, GROUP, GROUPED, largeCentre, LONG, RULES } from "./view/configuration";
import { Probe, WATCH_TASKS } from "./view/probe";
import {
  closeGroup,
  draftCount,
  importRules,
  publish,
  publishAndStop,
  reopenGroup,
  review,
  typeName,
} from "./view/steps";

export const title =
  "the view in Chromium with 1,000 schedules and 2,000 rules: opening, typing, review, publish, bulk close, memory " +
  "(--drafts 2000 --changes 200; --profiles FOLDER)";

/** The usual number of an admin's drafts. */
const FEW = 60;

export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      drafts: { type: "string", default: String(RULES) },
      changes: { type: "string", default: "200" },
      profiles: { type: "string" },
    },
  });
  const many = Math.min(Number(values.drafts), RULES);
  const { profiles } = values;
  if (profiles !== undefined) await mkdir(profiles, { recursive: true });
  process.stderr.write("Filling Sync …\n");
  const local = await startLocal({ configuration: largeCentre(), limits: false });
  const browser = await launchChromium();
  try {
    const { limits } = local.standIn.sync;
    limits.enabled = true;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(WATCH_TASKS);
    const first = await openDesktop(browser, local.urls.flex, "ada", { context });
    const opened = async (page: typeof first.page): Promise<void> => {
      await sideLink(page).evaluate((element: HTMLElement) => element.click());
      await page.getByRole("table", { name: "Schedules" }).getByRole("rowheader").first().waitFor();
    };
    const openFirst = await (
      await Probe.on(browser, first.page, profiles)
    ).step("open for the first time", () => opened(first.page));
    // Until the browser has cached what it read.
    await first.page.waitForTimeout(12_000);
    await first.close();
    const { page, errors } = await openDesktop(browser, local.urls.flex, "ada", { context });
    const probe = await Probe.on(browser, page, profiles);
    const open = await probe.step("open again", () => opened(page));
    const view = await openScheduleManager(page);
    await page.waitForTimeout(3000);
    const heapAtStart = await probe.heapMb();
    await probe.sampleHeap();

    let keys: readonly number[] = [];
    const typing = await probe.step("typing", async () => {
      keys = await typeName(page, view, LONG);
    });
    const importFew = await probe.step(`import ${FEW}`, () => importRules(page, changedRules(FEW, 1)));
    const reviewFew = await probe.step(`review ${FEW}`, () => review(page));
    const publishFew = await probe.step(`publish ${FEW}`, () => publish(page));
    // Publishes use up Sync's rate for some seconds.
    await page.waitForTimeout(RATE_WINDOW);
    const close = await closeGroup(page, GROUP, GROUPED);
    const bulkClose = await probe.step(`close ${GROUPED}`, close);
    await page.getByRole("searchbox").fill("");
    await page.waitForTimeout(RATE_WINDOW);
    const importMany = await probe.step(`import ${many}`, () => importRules(page, changedRules(many, 2)));
    const reviewMany = await probe.step(`review ${many}`, () => review(page));
    // The last part may be on its way when the first one is seen, and then there is nothing to stop.
    const stop =
      many > 2 * MAX_CHANGES ? await probe.step("publish and stop", () => publishAndStop(page)) : null;
    const left = stop === null ? many : await draftCount(page);
    let said: readonly string[] = [];
    const publishMany = await probe.step(`publish the other ${left}`, async () => {
      said = await publish(page);
    });

    const reopen = await reopenGroup(page, GROUP, GROUPED);
    const reopenAfter = await probe.step(`reopen ${GROUPED} right after the publish`, reopen);
    await page.getByRole("searchbox").fill("");

    const catalogue = catalogueOf(local);
    limits.enabled = false;
    const others = await probe.step("changes by others", async () => {
      for (let number = 0; number < Number(values.changes); number += 1) {
        const id = `schedule-${String(number % 500).padStart(5, "0")}`;
        const schedule = catalogue.schedule(id);
        catalogue.put("schedule", id, { ...schedule, manualClose: !schedule.manualClose });
        await page.waitForTimeout(20);
      }
    });
    const heapAtEnd = await probe.heapMb();
    await probe.keepHeapProfile();
    return {
      loadOfTheMachine: loadavg()[0],
      drafts: many,
      openFirst,
      open,
      typing: {
        ...typing,
        keys: keys.length,
        medianKey: round(quantile(keys, 0.5), 0),
        worstKey: round(Math.max(...keys), 0),
      },
      importFew,
      reviewFew,
      publishFew,
      importMany,
      reviewMany,
      stop: stop === null ? null : { ...stop, left },
      publishMany: { ...publishMany, said: said.length, syncTakes: syncTakes(left) },
      bulkClose: { ...bulkClose, syncTakes: syncTakes(GROUPED) },
      reopenAfter,
      others,
      heapMb: { start: heapAtStart, end: heapAtEnd },
      errors,
    };
  } finally {
    await browser.close();
    await local.stop();
  }
}

/** ms that as many changes take at Sync's documented rate, with all other work at no cost. */
function syncTakes(count: number): number {
  const pace = new PublishPace();
  const value = { name: "a", isOpen: true };
  let now = 0;
  const changes = Array.from({ length: count }, (_, index) => ({
    kind: "rule" as const,
    id: `rule-${index}`,
    base: { revision: "1", value },
    value,
  }));
  for (const part of splitChanges(changes, DEFAULT_SHARDS)) {
    const cost = costOf(part, DEFAULT_SHARDS);
    now += pace.waitFor(cost, now);
    pace.published(cost, now);
  }
  return now;
}

interface Measured {
  readonly ms: number;
  readonly longestTask: number;
  readonly longestCpuMs: number;
}

export function print(result: Record<string, unknown>): string[] {
  const step = (name: string): Measured & Record<string, number> => result[name] as never;
  const heap = result["heapMb"] as { readonly start: number; readonly end: number };
  const line = (what: string, measured: string, wanted: string): string =>
    `${what.padEnd(30)}${measured.padEnd(62)}wanted: ${wanted}`;
  const timed = (name: string): string => {
    const { ms, longestTask, longestCpuMs } = step(name);
    return `${ms} ms, longest task ${longestTask} ms (${longestCpuMs} ms of processor)`;
  };
  const drafts = Number(result["drafts"]);
  return [
    line("open, no cache", timed("openFirst"), "1,000 ms"),
    line("open, after a reload", timed("open"), "1,000 ms"),
    line(
      `a key among ${60} rules`,
      `${step("typing")["medianKey"]} ms, at most ${step("typing")["worstKey"]} ms`,
      "50 ms",
    ),
    line(`review ${FEW}`, timed("reviewFew"), "300 ms"),
    line(`publish ${FEW}`, timed("publishFew"), "3,000 ms, no task over 100 ms"),
    line(`import ${drafts}`, timed("importMany"), "no task over 100 ms"),
    line(`review ${drafts}`, timed("reviewMany"), "300 ms"),
    line("stop", `${timed("stop")}, ${step("stop")["left"]} left`, "the rest stay drafts"),
    line(
      `publish ${step("stop")["left"]}`,
      `${timed("publishMany")}, ${step("publishMany")["said"]} progress messages`,
      "60,000 ms, no task over 100 ms; progress shown",
    ),
    `  Sync's documented rate alone takes ${step("publishMany")["syncTakes"]} ms of it`,
    line(`close ${GROUPED}`, timed("bulkClose"), "3,000 ms, no task over 100 ms"),
    `  Sync's documented rate alone takes ${step("bulkClose")["syncTakes"]} ms of it`,
    line(
      `reopen ${GROUPED} right after`,
      timed("reopenAfter"),
      "no task over 100 ms; Sync's rate is used up",
    ),
    line("changes by others", timed("others"), "no task over 100 ms"),
    line("heap", `${heap.start} MB, ${heap.end} MB at the end`, "at most twice as much"),
    `load of the machine ${String(result["loadOfTheMachine"])}`,
  ];
}
