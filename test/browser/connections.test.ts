import { until } from "../contract/sync/port";
import { openScheduleManager } from "./support/schedule-manager";
import { browserSuite } from "./support/suite";
import { openTransferDialog } from "./support/transfer-dialog";

const suite = browserSuite();
const PATIENCE = 60_000;

/** The purposes of each accepted connection, sorted by name; Flex's own SDK gives none. */
const opened = (): readonly string[] =>
  [...suite.everything.standIn.hub.connections]
    .filter(({ access }) => access !== null)
    .map(({ access, products }) => `${access?.type} ${products.join() || "sdk"}`)
    .sort();

const OF_FLEX = ["flex flex_insights", "flex ip_messaging", "flex sdk"];
const OURS = "sync data_sync";

describe("the connections of a desktop", () => {
  beforeEach(() => until(() => opened().length === 0, "the desktop before to go", PATIENCE));

  it("[SY67] of a supervisor: the three that Flex opens by itself", async () => {
    const { page } = await suite.open("sue", { path: "/teams" });
    await until(() => opened().length >= OF_FLEX.length, "Flex's own", PATIENCE);
    // Waits for connections that the view opens late.
    await page.waitForTimeout(3_000);
    expect(opened()).toEqual(OF_FLEX);
  });

  it("[SY67] of an admin: Flex's three, and ours in the Schedule Manager", async () => {
    const { page } = await suite.open("ada", { path: "/queues-stats" });
    await until(() => opened().length >= OF_FLEX.length, "Flex's own", PATIENCE);
    await page.waitForTimeout(3_000);
    expect(opened()).toEqual(OF_FLEX);
    await openScheduleManager(page);
    await until(() => opened().includes(OURS), "ours", PATIENCE);
    await page.waitForTimeout(2_000);
    expect(opened()).toEqual([...OF_FLEX, OURS]);
  });

  it("[SY67] of an agent: Flex's three, and ours once the transfer dialog is open", async () => {
    const { page } = await suite.open("sam");
    await until(() => opened().length >= OF_FLEX.length, "Flex's own", PATIENCE);
    expect(opened()).toEqual(OF_FLEX);
    await openTransferDialog(page);
    await until(() => opened().includes(OURS), "ours", PATIENCE);
    expect(opened()).toEqual([...OF_FLEX, OURS]);
  });
});
