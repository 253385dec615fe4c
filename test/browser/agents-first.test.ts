import type { Page, WebSocket } from "playwright-core";
import type { ScheduleData } from "@schedule-manager/plugin/catalogue/schedule-data";
import { EDITOR, READER } from "@schedule-manager/shared/sync/layout";
import { SYNC_SERVICE_SID } from "../stand-in/dev-account";
import { mintSyncToken, verifySyncToken } from "../stand-in/tokens/sync-tokens";
import { decodeFrame } from "../stand-in/twilsock/frames";
import { catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";
import { openTransferDialog, type TransferDialog } from "./support/transfer-dialog";

const suite = browserSuite();

/** Lifetime of a token that ends soon, ms. */
const SHORT = 12_000;

/** Excludes the beginning of "Opening hours unknown". */
const OPEN = /^Open(?!ing)/;

beforeEach(() => {
  const catalogue = catalogueOf(suite.everything);
  catalogue.put("rule", "always", { name: "Always", isOpen: true });
  const common = { timeZone: "Europe/Warsaw", rules: ["always"], manualClose: false };
  catalogue.put("schedule", "sales-1", { ...common, name: "Sales" });
});

afterEach(() => {
  suite.everything.standIn.faults.clear();
});

let ada: Desktop;
beforeAll(async () => {
  ada = await suite.keep("ada");
});

describe("an agent's first look", () => {
  let sam: Desktop;
  let dialog: TransferDialog;
  beforeAll(async () => {
    sam = await suite.keep("sam");
  });

  it("[BD11] without Sync shows that opening hours are unknown, and the badges once Sync is reachable", async () => {
    const { faults } = suite.everything.standIn;
    faults.add({ match: { transport: "init", identity: READER }, action: { do: "refuse" } });
    const { page, screenshot } = sam;
    dialog = await openTransferDialog(page);
    for (const queue of ["Sales", "Everyone"])
      await dialog.row(queue).getByText("Opening hours unknown").waitFor();
    await screenshot("badges-unknown");
    faults.clear();
    await dialog.badge("Sales").getByText(OPEN).waitFor();
    expect(await page.getByText("Opening hours unknown").count()).toBe(0);
    expect(await dialog.badge("Everyone").count()).toBe(0);
    await screenshot("badges-known-at-last");
  });

  it("[BD12, ED19] shows a schedule's badge at the queues that an admin assigned in the editor and published", async () => {
    sam.forgetErrors();
    await dialog.badge("Sales").getByText(OPEN).waitFor();
    expect(await dialog.badge("Billing").count()).toBe(0);
    const view = await openScheduleManager(ada.page);
    await view.open("Sales");
    const queues = ada.page.getByRole("combobox", { name: "Queues" });
    await queues.click();
    await ada.page.getByRole("option", { name: /^Billing/ }).waitFor();
    await ada.screenshot("queues-to-choose");
    for (const queue of ["Billing", "Support"]) {
      await queues.fill(queue);
      await queues.press("Enter");
    }
    await ada.page.getByRole("group", { name: "Queues" }).getByText("Support", { exact: true }).waitFor();
    await ada.screenshot("queues-in-the-editor");
    const review = await view.review();
    await ada.screenshot("queues-in-the-review");
    await review.getByRole("button", { name: "Publish", exact: true }).click();
    await review.waitFor({ state: "detached" });
    for (const queue of ["Billing", "Support"]) await dialog.badge(queue).getByText(OPEN).waitFor();
    // The schedule no longer represents the queue of its own name.
    await dialog.badge("Sales").waitFor({ state: "detached" });
    await sam.screenshot("badges-at-given-queues");
    expect([...sam.errors, ...ada.errors]).toEqual([]);
  });
});

interface Socket {
  readonly socket: WebSocket;
  /** The ends of the tokens sent on it, in ms since the epoch, in order. */
  readonly ends: number[];
}

/** The page's later sockets to our Sync service with the given identity. */
function socketsOf(page: Page, identity: string): readonly Socket[] {
  const found: Socket[] = [];
  page.on("websocket", (socket) => {
    const ends: number[] = [];
    socket.on("framesent", ({ payload }) => {
      const frame = decodeFrame(Buffer.from(payload));
      const verified = verifySyncToken(String(frame?.header["token"]), 0);
      if (!verified.ok || verified.grant.identity !== identity) return;
      if (ends.push(verified.grant.expiresAt) === 1) found.push({ socket, ends });
    });
  });
  return found;
}

/** Answers the page's first token request with a token that ends soon. */
async function shortTokenFirst(page: Page, identity: string): Promise<void> {
  await page.route(
    "**/sync-token",
    async (route) => {
      const now = Date.now();
      const token = mintSyncToken({ identity, now, expiresAt: now + SHORT, serviceSid: SYNC_SERVICE_SID });
      const response = await route.fetch();
      const answer = (await response.json()) as object;
      await route.fulfill({ response, json: { ...answer, token, ttl: SHORT / 1000 } });
    },
    { times: 1 },
  );
}

/** An agent's desktop on which nothing has needed Sync yet. */
let agent: Desktop;
beforeAll(async () => {
  agent = await suite.keep("sam");
});

describe("a desktop's token", () => {
  it("[OC33] is renewed before it ends, on the open socket, without any visible effect", async () => {
    const sam = agent;
    await shortTokenFirst(sam.page, READER);
    await shortTokenFirst(ada.page, EDITOR);
    const sockets = [socketsOf(sam.page, READER), socketsOf(ada.page, EDITOR)];
    await ada.page.reload();
    const dialog = await openTransferDialog(sam.page);
    await dialog.badge("Sales").getByText(OPEN).waitFor();
    const view = await openScheduleManager(ada.page);
    const lastEnd = Math.max(...sockets.flat().map(({ ends: [first = 0] }) => first));
    await sam.page.waitForTimeout(Math.max(0, lastEnd + 2000 - Date.now()));
    for (const [index, all] of sockets.entries()) {
      expect(all.map(({ ends }) => ends.length)).toEqual([2]);
      const [{ socket, ends } = { socket: null, ends: [] }] = all;
      expect([index, socket?.isClosed()]).toEqual([index, false]);
      expect(ends[0]).toBeLessThan(Date.now());
      expect(ends[1]).toBeGreaterThan(Date.now() + 3_600_000);
    }
    expect(await dialog.badge("Sales").textContent()).toBe("Open");
    await view.toggle("Sales");
    await dialog.badge("Sales").getByText("Closed manually").waitFor();
    await sam.screenshot("token-renewed");
    expect([...sam.errors, ...ada.errors]).toEqual([]);
  });
});

/** The plugin's global for other plugins on the page. */
interface ForOthers {
  readonly FlexScheduleManager: {
    loadScheduleData(): Promise<ScheduleData>;
    scheduleStatus(name: string): unknown;
    startEvents(): void;
  };
  readonly Twilio: { readonly Flex: { readonly Actions: { invokeAction(name: string): Promise<unknown> } } };
  events: unknown[];
}

describe("another plugin", () => {
  it("[PA6] gets the schedules from the global and the Flex action, and an event for each change of a status", async () => {
    const { page, errors } = agent;
    // From here on until its events start, the page asks the functions.
    await page.reload();
    await page.waitForFunction(() => "FlexScheduleManager" in window);
    const [fromGlobal, fromAction] = await page.evaluate(async () => {
      const { FlexScheduleManager, Twilio } = window as unknown as ForOthers;
      return [
        await FlexScheduleManager.loadScheduleData(),
        (await Twilio.Flex.Actions.invokeAction("LoadScheduleData")) as ScheduleData,
      ];
    });
    const sales = ({ data }: ScheduleData) => data.schedules.find(({ name }) => name === "Sales");
    expect(sales(fromGlobal)?.status).toEqual({ isOpen: true, closedReason: "" });
    expect(fromGlobal.versionIsDeployed).toBe(true);
    expect(fromAction).toEqual(fromGlobal);

    await page.evaluate(() => {
      const others = window as unknown as ForOthers;
      others.events = [];
      window.addEventListener("scheduleStatusChanged", (event) => {
        others.events.push((event as CustomEvent<unknown>).detail);
      });
      others.FlexScheduleManager.startEvents();
    });
    // From here on the page uses its socket, not the functions.
    await page.waitForFunction(
      () => (window as unknown as ForOthers).FlexScheduleManager.scheduleStatus("Sales") !== null,
    );
    const catalogue = catalogueOf(suite.everything);
    catalogue.put("schedule", "sales-1", { ...catalogue.schedule("sales-1"), manualClose: true });
    await page.waitForFunction(() => (window as unknown as ForOthers).events.length > 0);
    expect(await page.evaluate(() => (window as unknown as ForOthers).events)).toEqual([
      {
        id: "sales-1",
        name: "Sales",
        previous: { isOpen: true, closedReason: "" },
        status: { isOpen: false, closedReason: "manual" },
      },
    ]);
    expect(errors).toEqual([]);
  });
});
