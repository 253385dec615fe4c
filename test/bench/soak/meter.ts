import type { CDPSession, Page } from "playwright-core";
import { round } from "../support/measure";
import type { Sample } from "./growth";

/** Garbage collections before a sample: weak references and finalizers need a second one. */
const COLLECTIONS = 2;

/** Measures what a page holds. Open it before the page's first socket. */
export class Meter {
  readonly #sockets = new Set<string>();

  private constructor(private readonly cdp: CDPSession) {
    cdp.on("Network.webSocketCreated", ({ requestId }) => this.#sockets.add(requestId));
    cdp.on("Network.webSocketClosed", ({ requestId }) => this.#sockets.delete(requestId));
  }

  static async on(page: Page): Promise<Meter> {
    const cdp = await page.context().newCDPSession(page);
    const meter = new Meter(cdp);
    await cdp.send("Network.enable");
    await cdp.send("Performance.enable");
    await cdp.send("HeapProfiler.enable");
    return meter;
  }

  async sample(): Promise<Sample> {
    for (let time = 0; time < COLLECTIONS; time += 1) await this.cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.cdp.send("Runtime.getHeapUsage");
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
    return {
      heapMb: round(usedSize / 1_048_576),
      sockets: this.#sockets.size,
      listeners: metric("JSEventListeners"),
      nodes: metric("Nodes"),
    };
  }
}
