import type { Page } from "playwright-core";
import { ACCOUNT_SID } from "../stand-in/dev-account";
import { QUEUES } from "../stand-in/flex/ids";
import { type Catalogue, catalogueOf } from "./support/catalogue";
import type { Desktop } from "./support/desktop";
import { browserSuite } from "./support/suite";
import { confirmChatTransfer, openChatTransferDialog, type TransferDialog } from "./support/transfer-dialog";

const suite = browserSuite();

/** ms after which an open dialog no longer changes. */
const ANIMATION = 800;
const sidOf = (name: string): string => QUEUES.find((queue) => queue.name === name)?.sid ?? "";
const question = (page: Page) => page.getByRole("dialog", { name: / is closed$/ });

let catalogue: Catalogue;
beforeAll(() => {
  catalogue = catalogueOf(suite.everything);
  catalogue.put("rule", "always", { name: "Always", isOpen: true });
  const common = { timeZone: "Europe/Warsaw", rules: ["always"], group: "help" };
  catalogue.put("schedule", "sales-1", { ...common, name: "Sales", manualClose: true });
  catalogue.put("schedule", "support-1", { ...common, name: "Support", manualClose: false });
});

/** Sets `closed_transfers` from now on. */
function configure(closed_transfers: string): void {
  const { deployed, urls } = suite.everything;
  const schedule_manager = { enabled: true, serverless_domain: urls.functions, closed_transfers };
  const custom_data = { features: { schedule_manager } };
  deployed.configuration.write({
    account_sid: ACCOUNT_SID,
    ui_attributes: { version_compatibility: "yes", custom_data },
  });
}

/** @returns a function that gets the payloads of Flex's transfers on this page from now on, oldest first */
async function transfersOf(page: Page): Promise<() => Promise<readonly object[]>> {
  await page.evaluate(() => {
    const done: object[] = [];
    interface Actions {
      addListener(event: string, listener: (payload: { toSid?: string; targetSid?: string }) => void): void;
    }
    const { Twilio } = window as unknown as { Twilio: { Flex: { Actions: Actions } } };
    Object.assign(window, { transferredTo: done });
    for (const action of ["TransferTask", "StartChannelTransfer"])
      Twilio.Flex.Actions.addListener(`after${action}`, ({ toSid, targetSid }) => {
        done.push({ action, to: toSid ?? targetSid });
      });
  });
  return () => page.evaluate(() => (window as unknown as { transferredTo: object[] }).transferredTo);
}

const made = (queue: string) => [{ action: "StartChannelTransfer", to: sidOf(queue) }];

async function dialogOf(page: Page): Promise<TransferDialog> {
  const dialog = await openChatTransferDialog(page);
  await dialog.badge("Sales").getByText("Closed manually").waitFor();
  return dialog;
}

describe("a transfer of a chat to a closed queue", () => {
  let kim: Desktop;
  beforeAll(async () => {
    configure("ask");
    kim = await suite.keep("kim");
  });
  /** A reload reads the configuration, and brings a new chat. */
  const reload = async (closed_transfers: string): Promise<void> => {
    configure(closed_transfers);
    await kim.page.reload();
  };

  it("[TG11] asks in front of Flex's dialog, stops when the agent cancels, and goes to the queue that the agent selects", async () => {
    const { page, errors, screenshot } = kim;
    const transfers = await transfersOf(page);
    await (await dialogOf(page)).transfer("Sales");
    await confirmChatTransfer(page);
    await question(page).getByRole("button", { name: "Transfer to Support" }).waitFor();
    await page.waitForTimeout(ANIMATION);
    await screenshot("question-chat");
    // Flex's dialog would intercept the click before the button.
    await question(page).getByRole("button", { name: "Cancel" }).click();
    await question(page).waitFor({ state: "detached" });
    await page.waitForTimeout(ANIMATION);
    await screenshot("question-chat-cancelled");
    expect(await transfers()).toEqual([]);

    await confirmChatTransfer(page);
    await question(page).getByRole("button", { name: "Transfer to Support" }).click();
    await page.getByText("No active tasks").waitFor();
    expect(await transfers()).toEqual(made("Support"));

    await reload("ask");
    const second = await transfersOf(page);
    await (await dialogOf(page)).transfer("Sales");
    await confirmChatTransfer(page);
    await question(page).getByRole("button", { name: "Transfer anyway" }).click();
    await page.getByText("No active tasks").waitFor();
    expect(await second()).toEqual(made("Sales"));
    expect(errors).toEqual([]);
  });

  it("[TG11] is refused by configuration, while a transfer to an open queue passes", async () => {
    const { page, errors, screenshot } = kim;
    await reload("refuse");
    const transfers = await transfersOf(page);
    const dialog = await dialogOf(page);
    await dialog.transfer("Sales");
    await confirmChatTransfer(page);
    await question(page).getByText("Transfers to closed queues are turned off.").waitFor();
    await page.waitForTimeout(ANIMATION);
    await screenshot("question-chat-refused");
    expect(await question(page).getByRole("button", { name: "Transfer anyway" }).count()).toBe(0);
    await question(page).getByRole("button", { name: "Close" }).last().click();
    await question(page).waitFor({ state: "detached" });
    expect(await transfers()).toEqual([]);
    await page.getByRole("button", { name: "Directory", exact: true }).click();
    await dialog.transfer("Support");
    await confirmChatTransfer(page);
    await page.getByText("No active tasks").waitFor();
    expect(await transfers()).toEqual(made("Support"));
    expect(errors).toEqual([]);
  });

  it("[TG11] passes without a question by configuration", async () => {
    const { page, errors } = kim;
    await reload("allow");
    const transfers = await transfersOf(page);
    await (await dialogOf(page)).transfer("Sales");
    await confirmChatTransfer(page);
    await page.getByText("No active tasks").waitFor();
    expect(await transfers()).toEqual(made("Sales"));
    expect(errors).toEqual([]);
  });
});
