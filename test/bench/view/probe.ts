import type { Browser, CDPSession, Page } from "playwright-core";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { round } from "../support/measure";
import { mainThread, TRACED } from "./main-thread";

/** Runs in the page before anything else: records every task over 50 ms. */
export const WATCH_TASKS = `
window.benchTasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) window.benchTasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });`;

export interface Step {
  readonly ms: number;
  /** ms; 0: none was over 50 ms */
  readonly longestTask: number;
  /** ms of processor time of the page, and its longest task: the duration on an idle machine */
  readonly cpuMs: number;
  readonly longestCpuMs: number;
}

/** ms until observers receive a task that just ended. */
const TOLD = 100;

/** Measures the activity of a page, and profiles it if a folder for profiles is given. */
export class Probe {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly cdp: CDPSession,
    private readonly profiles: string | undefined,
  ) {}

  static async on(browser: Browser, page: Page, profiles: string | undefined): Promise<Probe> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Profiler.enable");
    await cdp.send("HeapProfiler.enable");
    return new Probe(page, browser, cdp, profiles);
  }

  async step(name: string, what: () => Promise<unknown>): Promise<Step> {
    process.stderr.write(`${name} …\n`);
    const { profiles } = this;
    if (profiles !== undefined) await this.cdp.send("Profiler.start");
    await this.browser.startTracing(this.page, { categories: [...TRACED] });
    const from = await this.page.evaluate(() => performance.now());
    await what();
    const to = await this.page.evaluate(() => performance.now());
    const { cpuMs, longestCpuMs } = mainThread(await this.browser.stopTracing());
    if (profiles !== undefined) {
      const { profile } = await this.cdp.send("Profiler.stop");
      await writeFile(join(profiles, `${name.replaceAll(/\W+/g, "-")}.cpuprofile`), JSON.stringify(profile));
    }
    await this.page.waitForTimeout(TOLD);
    const tasks = await this.page.evaluate(
      () => (window as unknown as { benchTasks: number[][] }).benchTasks,
    );
    const durations = tasks.flatMap(([start = 0, ms = 0]) => (start + ms >= from && start <= to ? [ms] : []));
    const step = {
      ms: round(to - from, 0),
      longestTask: round(Math.max(0, ...durations), 0),
      cpuMs: round(cpuMs, 0),
      longestCpuMs: round(longestCpuMs, 0),
    };
    process.stderr.write(`  ${JSON.stringify(step)}\n`);
    return step;
  }

  /** Records the allocation sites of the memory in use at `keepHeapProfile`. */
  async sampleHeap(): Promise<void> {
    if (this.profiles !== undefined) await this.cdp.send("HeapProfiler.startSampling");
  }

  async keepHeapProfile(): Promise<void> {
    if (this.profiles === undefined) return;
    const { profile } = await this.cdp.send("HeapProfiler.stopSampling");
    await writeFile(join(this.profiles, "growth.heapprofile"), JSON.stringify(profile));
  }

  /** MB of JavaScript memory in use after a garbage collection. */
  async heapMb(): Promise<number> {
    await this.cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.cdp.send("Runtime.getHeapUsage");
    return round(usedSize / 1_048_576);
  }
}
