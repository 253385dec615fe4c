import { decidingClose } from "@schedule-manager/shared/evaluator/manual-close";
import type { Queue } from "@schedule-manager/shared/model/queues";
import { describeBadge } from "@schedule-manager/shared/i18n/describe-badge";
import type { Settings } from "../../settings/settings";
import { correctedNow } from "../../catalogue/clock";
import { pluginState } from "../../catalogue/root";
import type { RootState } from "../../store/root";
import type { AgentTranslate } from "../../i18n/translate";
import type { KnownQueues } from "./known-queues";
import type { QueueSelectors } from "./queue-status";
import type { Questions } from "./question";
import { describeStale } from "./stale";

/** The payload that Flex passes to an action's listener and then acts on. */
export type TransferPayload = Record<string, unknown>;

/** Flex's actions that transfer a task, with the payload field that names the target. */
export const TRANSFER_ACTIONS = [
  { action: "TransferTask", target: "targetSid" },
  // Chat, SMS and e-mail, where the account's TransferSettings enable it.
  { action: "StartChannelTransfer", target: "toSid" },
  // Twilio's plugin template cancels TransferTask for a chat and invokes this action instead.
  { action: "ChatTransferTask", target: "targetSid" },
] as const;

type Target = (typeof TRANSFER_ACTIONS)[number]["target"];

export interface GuardOptions {
  readonly policy: Settings["closedTransfers"];
  readonly getState: () => RootState;
  readonly selectors: QueueSelectors;
  readonly queues: KnownQueues;
  readonly questions: Pick<Questions, "ask">;
  readonly t: AgentTranslate;
  readonly locale: string;
  /** The reader's zone, IANA. */
  readonly timeZone: string;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
}

/**
 * A listener that runs before Flex transfers a task. Transfers to agents, to queues without a schedule and to open
 * queues proceed; so does every transfer while no schedule is known, because a call must not wait for that.
 */
export function guardTransfers(
  options: GuardOptions,
  target: Target,
): (payload: TransferPayload, abort: () => void) => Promise<void> {
  const { policy, getState, selectors, queues, questions, t, locale, timeZone, localNow } = options;
  return async (payload, abort) => {
    const targetSid = payload[target];
    if (policy === "allow" || typeof targetSid !== "string" || !targetSid.startsWith("WQ")) return;
    const root = getState();
    const queue = queues.find(targetSid) ?? { sid: targetSid, name: targetSid };
    const found = selectors.queueStatus(root, queue);
    if (found === null || found.status.decision.isOpen) return;
    const { schedule, status } = found;
    const now = correctedNow(pluginState(root).clock, localNow());
    const answer = await questions.ask({
      queue,
      status: describeBadge(
        status.decision,
        status.openChange,
        timeZone,
        now,
        locale,
        decidingClose(schedule, status.decision),
      ),
      stale: describeStale(root, now, t, locale),
      mayProceed: policy === "ask",
      instead: selectors
        .openQueuesInstead(root, schedule)
        .map((name) => queues.find(name))
        .filter((other): other is Queue => other !== undefined && other.sid !== queue.sid),
    });
    if (answer.type === "cancel") abort();
    // Changing the target lets Flex finish the same transfer, including closing its dialog and leaving the chat.
    if (answer.type === "instead") payload[target] = answer.queue.sid;
  };
}
