import type { BrowserContext, Page } from "playwright-core";
import { ACCOUNT_SID } from "../stand-in/dev-account";
import { QUEUES } from "../stand-in/flex/ids";
import { PLUGIN_PATH } from "../stand-in/flex/site";
import { type Catalogue, catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";
import { openTransferDialog, type TransferDialog, transfersOf } from "./support/transfer-dialog";

const suite = browserSuite();

/** The identity with which agents' browsers connect to Sync. */
const READERS = "schedule-reader";
/** Excludes the beginning of "Opening hours unknown". */
const OPEN = /^Open(?!ing)/;
/** ms after which an open dialog no longer changes. */
const ANIMATION = 800;
const sidOf = (name: string): string => QUEUES.find((queue) => queue.name === name)?.sid ?? "";

let catalogue: Catalogue;
let sam: Desktop;
beforeAll(async () => {
  sam = await suite.keep("sam");
  catalogue = catalogueOf(suite.everything);
  catalogue.put("rule", "always", { name: "Always", isOpen: true });
  const common = { timeZone: "Europe/Warsaw", rules: ["always"], group: "help" };
  catalogue.put("schedule", "sales-1", { ...common, name: "Sales", manualClose: true });
  // Two queues, one by its SID and one by its name.
  const queues = [sidOf("Support"), "Billing"];
  catalogue.put("schedule", "service-1", { ...common, name: "Service", manualClose: false, queues });
});

const words = (dialog: TransferDialog, queue: string): Promise<string | null> =>
  dialog.badge(queue).textContent();

/**
 * Makes Sync unreachable for agents: their sockets break, and new ones are refused. @returns a function that ends this
 */
function cutOff(): () => void {
  const { faults, hub } = suite.everything.standIn;
  const fault = faults.add({ match: { transport: "init", identity: READERS }, action: { do: "refuse" } });
  hub.drop(({ identity }) => identity === READERS);
  return () => {
    faults.remove(fault);
  };
}

const question = (page: Page) => page.getByRole("dialog");

afterEach(() => {
  suite.everything.standIn.faults.clear();
});

describe("a transfer dialog", () => {
  it("[BD9, RT7] that is never opened costs no request, no timer and no storage; opened, it changes at the right second on a computer whose clock is minutes off", async () => {
    const { context, own } = await watched();
    await context.addInitScript(skewClock, -7 * 60_000);
    const { functions, flex } = suite.everything.urls;
    const requests: string[] = [];
    context.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === functions || pathname.startsWith(PLUGIN_PATH)) requests.push(`${origin}${pathname}`);
    });
    const { page } = await suite.open("sam", { context, language: "de-DE" });
    // Connections of earlier tests have closed by then.
    await page.getByText("+1 202-555-0123").first().waitFor();
    await page.waitForTimeout(3000);
    expect(await own(page)).toEqual([]);
    // Only the script itself, and no other request to its origin or the functions.
    expect(requests).toEqual([`${flex}${PLUGIN_PATH}`]);
    const { hub } = suite.everything.standIn;
    expect([...hub.connections].filter(({ identity }) => identity === READERS)).toEqual([]);
    // Verifies that the recording works.
    const opened = await openTransferDialog(page);
    await opened.badge("Sales").waitFor();
    expect(new Set(await own(page))).toEqual(new Set(["setTimeout", "fetch", "WebSocket", "indexedDB"]));

    await opened.badge("Sales").getByText("Manuell geschlossen").waitFor();
    // Enough time to measure the offset.
    await page.waitForTimeout(3000);
    const at = Math.ceil(Date.now() / 1000) * 1000 + 4000;
    const until = new Date(at).toISOString();
    const before = catalogue.schedule("sales-1");
    catalogue.put("schedule", "sales-1", { ...before, manualClose: true, manualCloseUntil: until });
    await opened
      .badge("Sales")
      .getByText(/^Geöffnet/)
      .waitFor();
    const late = Date.now() - at;
    catalogue.put("schedule", "sales-1", before);
    process.stdout.write(`\nThe badge changed ${late} ms after its time, with a clock seven minutes off.\n`);
    expect(late).toBeGreaterThan(-1000);
    await context.close();
  });
});

describe("an agent's transfer dialog", () => {
  let dialog: TransferDialog;
  beforeAll(async () => {
    dialog = await openTransferDialog(sam.page);
  });

  it("[BD6] shows each queue's status live, beside Flex's own search and buttons", async () => {
    const ada = await suite.open("ada");
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
    await dialog.badge("Support").getByText(OPEN).waitFor();
    await dialog.badge("Billing").getByText(OPEN).waitFor();
    expect(await dialog.badge("Everyone").count()).toBe(0);
    for (const { name } of QUEUES) await dialog.row(name).getByRole("button").waitFor({ state: "attached" });
    await sam.screenshot("badges");
    await dialog.row("Example").hover();
    await sam.screenshot("badges-under-the-pointer");

    const view = await openScheduleManager(ada.page);
    await view.toggle("Service");
    await dialog.badge("Support").getByText("Closed manually").waitFor();
    await dialog.badge("Billing").getByText("Closed manually").waitFor();
    await sam.screenshot("badges-closed");
    await view.toggle("Service");
    await dialog.badge("Support").getByText(OPEN).waitFor();

    await dialog.search("Sup");
    await dialog.row("Sales").waitFor({ state: "detached" });
    expect(await words(dialog, "Support")).toBe("Open");
    await dialog.search("");
    expect([...sam.errors, ...ada.errors]).toEqual([]);
  });

  it("[BD7] without Sync shows the time of the status, and is live again after the reconnect without reading anything", async () => {
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
    const restore = cutOff();
    await dialog.badge("Sales").getByText("as of").waitFor();
    await sam.screenshot("badges-stale");
    catalogue.put("schedule", "sales-1", { ...catalogue.schedule("sales-1"), manualClose: false });
    catalogue.forget();
    restore();
    await dialog.badge("Sales").getByText(OPEN).waitFor();
    await dialog.badge("Sales").getByText("as of").waitFor({ state: "detached" });
    expect(catalogue.reads()).toBe(0);
    catalogue.put("schedule", "sales-1", { ...catalogue.schedule("sales-1"), manualClose: true });
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
  });

  it("[BD8] after a reload without Sync shows the cached catalogue, and is live again after the jittered wait", async () => {
    const { page, screenshot } = sam;
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
    await keptNow(page);
    const restore = cutOff();
    await page.reload();
    dialog = await openTransferDialog(page);
    await dialog.badge("Sales").getByText("as of").waitFor();
    expect(await words(dialog, "Sales")).toMatch(/^Closed manually.* as of /);
    await screenshot("badges-kept");
    restore();
    await dialog.badge("Sales").getByText("as of").waitFor({ state: "detached" });
  });
});

describe("a transfer to a closed queue", () => {
  /** A reload reads the configuration, and brings a new call. */
  async function newCall(): Promise<void> {
    await sam.page.reload();
    await sam.page.getByText("+1 202-555-0123").first().waitFor();
  }

  /** Rows no longer change: a click on one that renders again would be lost. */
  async function liveDialog(page: Page): Promise<TransferDialog> {
    const dialog = await openTransferDialog(page);
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
    await dialog.badge("Sales").getByText("as of").waitFor({ state: "detached" });
    return dialog;
  }

  it("[TG8] asks, lists the open queues of the group, and goes to the queue that the agent selects", async () => {
    const { page, errors, screenshot } = sam;
    sam.forgetErrors();
    await newCall();
    const transfers = await transfersOf(page);
    const dialog = await liveDialog(page);
    await dialog.transfer("Sales");
    await question(page).getByText("Sales is closed").waitFor();
    for (const name of ["Support", "Billing"]) {
      await question(page)
        .getByRole("button", { name: `Transfer to ${name}` })
        .waitFor();
    }
    await page.waitForTimeout(ANIMATION);
    await screenshot("question");
    await question(page).getByRole("button", { name: "Cancel" }).click();
    await question(page).waitFor({ state: "detached" });
    expect(await page.getByText("No active tasks").count()).toBe(0);

    // Flex closes its dialog with the transfer, whether or not it happens.
    await (await openTransferDialog(page)).transfer("Sales");
    await question(page).getByRole("button", { name: "Transfer anyway" }).click();
    await page.getByText("No active tasks").waitFor();
    expect(await transfers()).toEqual([sidOf("Sales")]);

    await newCall();
    const second = await transfersOf(page);
    const again = await liveDialog(page);
    await again.transfer("Sales");
    await question(page).getByRole("button", { name: "Transfer to Billing" }).click();
    await page.getByText("No active tasks").waitFor();
    expect(await second()).toEqual([sidOf("Billing")]);
    expect(errors).toEqual([]);
  });

  it("[TG9] is refused by configuration, with the open queues as alternatives", async () => {
    const { deployed, urls } = suite.everything;
    const schedule_manager = { enabled: true, serverless_domain: urls.functions, closed_transfers: "refuse" };
    const custom_data = { features: { schedule_manager } };
    deployed.configuration.write({
      account_sid: ACCOUNT_SID,
      ui_attributes: { version_compatibility: "yes", custom_data },
    });
    const { page, errors, screenshot } = sam;
    await newCall();
    const transfers = await transfersOf(page);
    const dialog = await liveDialog(page);
    await dialog.transfer("Sales");
    await question(page).getByText("Transfers to closed queues are turned off.").waitFor();
    await page.waitForTimeout(ANIMATION);
    await screenshot("question-refused");
    expect(await question(page).getByRole("button", { name: "Transfer anyway" }).count()).toBe(0);
    await question(page).getByRole("button", { name: "Close" }).last().click();
    await question(page).waitFor({ state: "detached" });
    await (await openTransferDialog(page)).transfer("Support");
    await page.getByText("No active tasks").waitFor();
    expect(await transfers()).toEqual([sidOf("Support")]);
    expect(errors).toEqual([]);
  });
});

/** Makes the page write its cache, as when its tab is left, and waits for the end of the write. */
async function keptNow(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const see = (state: string): void => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    const [{ name } = { name: undefined }] = await indexedDB.databases();
    if (name === undefined) throw new Error("the page has no cache");
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("IndexedDB failed"));
      });
    const database = await settled(indexedDB.open(name));
    const written = async (): Promise<number> => {
      const objects = database.transaction("place").objectStore("place");
      const place = await settled<unknown>(objects.get("place"));
      return (place as { readonly asOf: number } | undefined)?.asOf ?? 0;
    };
    const before = await written();
    see("hidden");
    see("visible");
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await written()) > before) return database.close();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("nothing was cached");
  });
}

/** A desktop that records every use of browser features by the plugin's script. */
async function watched(): Promise<{ context: BrowserContext; own: (page: Page) => Promise<string[]> }> {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript((script: string) => {
    const seen: string[] = [];
    Object.assign(window, { seenOfOurs: seen });
    Error.stackTraceLimit = 100;
    const note = (what: string): void => {
      if (new Error().stack?.includes(script) === true) seen.push(what);
    };
    const all = window as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const name of [
      "setTimeout",
      "setInterval",
      "requestAnimationFrame",
      "requestIdleCallback",
      "fetch",
    ]) {
      const real = all[name];
      if (real === undefined) continue;
      all[name] = (...args) => {
        note(name);
        return real.apply(window, args);
      };
    }
    window.WebSocket = new Proxy(window.WebSocket, {
      construct: (target, args: [string]) => {
        note("WebSocket");
        return new target(...args);
      },
    });
    window.XMLHttpRequest = new Proxy(window.XMLHttpRequest, {
      construct: (target) => {
        note("XMLHttpRequest");
        return new target();
      },
    });
    const open = indexedDB.open.bind(indexedDB);
    Object.defineProperty(indexedDB, "open", {
      value: (name: string, version?: number) => {
        note("indexedDB");
        return open(name, version);
      },
    });
  }, PLUGIN_PATH);
  const own = (page: Page): Promise<string[]> =>
    page.evaluate(() => [...(window as unknown as { seenOfOurs: string[] }).seenOfOurs]);
  return { context, own };
}

/** Sets the page's clock off by the given ms. */
function skewClock(skew: number): void {
  const Right = Date;
  const now = Right.now.bind(Right);
  class Wrong extends Right {
    constructor(...given: []) {
      if (given.length === 0) super(now() + skew);
      else super(...given);
    }
    static override now = (): number => now() + skew;
  }
  window.Date = Wrong as DateConstructor;
}
