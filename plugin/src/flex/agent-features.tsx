import type * as Flex from "@twilio/flex-ui";
import type { Store } from "redux";
import { guardTransfers, TRANSFER_ACTIONS, type TransferPayload } from "../features/badges/guard-transfers";
import { installBadges, type Templates } from "../features/badges/install-badges";
import { createQueueSelectors } from "../features/badges/queue-status";
import { KnownQueues } from "../features/badges/known-queues";
import { Questions } from "../features/badges/question";
import { TransferQuestion } from "../features/badges/transfer-question";
import type { AgentServices } from "../services/services";
import type { Settings } from "../settings/settings";
import type { RootState } from "../store/root";

/**
 * Installs the transfer dialog's badges and the question before a transfer to a closed queue. Idle until first used.
 */
export function installAgentFeatures(
  flex: typeof Flex,
  manager: Flex.Manager,
  store: Store<RootState>,
  services: AgentServices,
  settings: Settings,
): void {
  const templates = (window as { Handlebars?: Templates }).Handlebars;
  const queues = new KnownQueues();
  const questions = new Questions();
  const selectors = createQueueSelectors(services.selectors);
  const { t, locale, connect } = services;
  const localNow = (): number => Date.now();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Flex puts Handlebars on the window. Without it the dialog stays as Twilio made it.
  if (templates !== undefined) {
    // Flex types its own strings only; the badges add to a template among them.
    const strings = manager.strings as unknown as Record<string, unknown>;
    installBadges({
      templates,
      strings,
      document,
      store,
      selectors,
      queues,
      t,
      locale,
      timeZone,
      localNow,
      connect,
    });
  }
  const guard = {
    policy: settings.closedTransfers,
    getState: () => store.getState(),
    selectors,
    queues,
    questions,
    t,
    locale,
    timeZone,
    localNow,
  };
  for (const { action, target } of TRANSFER_ACTIONS) {
    // Flex awaits the listener's result, although its types do not declare it.
    const listener: (payload: TransferPayload, abort: () => void) => unknown = guardTransfers(guard, target);
    flex.Actions.addListener(`before${action}`, listener);
  }
  flex.MainContainer.Content.add(
    <TransferQuestion
      key="flex-schedule-manager-transfer-question"
      questions={questions}
      t={t}
      locale={locale}
    />,
  );
}
