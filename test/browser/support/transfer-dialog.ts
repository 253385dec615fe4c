import type { Locator, Page } from "playwright-core";

const CALLER = "+1 202-555-0123";

/** Flex's own transfer dialog, with its queues open. */
export interface TransferDialog {
  /** A queue's row. */
  row(queue: string): Locator;
  badge(queue: string): Locator;
  /** Presses Flex's own button. */
  transfer(queue: string): Promise<void>;
  search(text: string): Promise<void>;
}

const VISITOR = "Robin Visitor";

/** Opens it on the agent's live chat. */
export async function openChatTransferDialog(page: Page): Promise<TransferDialog> {
  await page.getByText(VISITOR).first().click();
  await page.getByTestId("task-actions-menu-toggle").click();
  await page.getByTestId("task-transfer-button").click();
  return transferDialog(page);
}

/** Presses Flex's button on the panel that opens for a chat's target. */
export const confirmChatTransfer = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Confirm transfer" }).click();

/** Opens it on the agent's live call. */
export async function openTransferDialog(page: Page): Promise<TransferDialog> {
  await page.getByText(CALLER).first().click();
  await page.getByRole("button", { name: "Open transfer directory" }).click();
  return transferDialog(page);
}

async function transferDialog(page: Page): Promise<TransferDialog> {
  await page.locator(".Twilio-TabHeader", { hasText: "Queues" }).click();
  const row = (queue: string): Locator =>
    page
      .locator(".Twilio-WorkerDirectory-Queue")
      .filter({ has: page.locator(`[aria-label="Transfer to ${queue}"]`) });
  await row("Everyone").waitFor();
  return {
    row,
    badge: (queue) => row(queue).locator(".ScheduleManager-Badge"),
    async transfer(queue) {
      await row(queue)
        .locator(".Twilio-WorkerDirectory-QueueContent")
        .hover({ position: { x: 5, y: 5 } });
      await row(queue)
        .getByRole("button", { name: `Transfer to ${queue}` })
        .click();
    },
    search: (text) => page.getByPlaceholder("Search").locator("visible=true").fill(text),
  };
}

/**
 * @returns a function that gets the queues or workers of Flex's call transfers on this page from now on, oldest first
 */
export async function transfersOf(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const done: string[] = [];
    const { Twilio } = window as unknown as { Twilio: { Flex: { Actions: Actions } } };
    interface Actions {
      addListener(event: string, listener: (payload: { targetSid: string }) => void): void;
    }
    Object.assign(window, { transferredTo: done });
    Twilio.Flex.Actions.addListener("afterTransferTask", ({ targetSid }) => void done.push(targetSid));
  });
  return () => page.evaluate(() => (window as unknown as { transferredTo: string[] }).transferredTo);
}
