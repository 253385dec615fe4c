import type { Queue } from "@schedule-manager/shared/queues";
import { describeBadge } from "@schedule-manager/shared/i18n/describe-badge";
import type { Settings } from "../../settings";
import type { RootState } from "../../state/root";
import type { AgentSay } from "../../strings/text";
import type { KnownQueues } from "./known-queues";
import { correctedNow, openQueuesInstead, queueStatus } from "./queue-status";
import type { Questions } from "./question";
import { staleInWords } from "./stale";

export interface TransferPayload {
  readonly targetSid?: unknown;
}

export interface GuardOptions {
  readonly policy: Settings["closedTransfers"];
  readonly getState: () => RootState;
  readonly queues: KnownQueues;
  readonly questions: Pick<Questions, "ask">;
  readonly say: AgentSay;
  readonly locale: string;
  /** The reader's own, IANA. */
  readonly timeZone: string;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  /** Transfers the same task to another queue. */
  readonly transfer: (payload: TransferPayload) => void;
}

/**
 * What runs before Flex transfers a task. Transfers to agents, to queues without a schedule and to open queues go
 * through; so does everything while nothing is known of the schedules: a call must not hang on that.
 */
export function guardTransfers(
  options: GuardOptions,
): (payload: TransferPayload, abort: () => void) => Promise<void> {
  const { policy, getState, queues, questions, say, locale, timeZone, localNow, transfer } = options;
  return async (payload, abort) => {
    const { targetSid } = payload;
    if (policy === "allow" || typeof targetSid !== "string" || !targetSid.startsWith("WQ")) return;
    const root = getState();
    const queue = queues.find(targetSid) ?? { sid: targetSid, name: targetSid };
    const found = queueStatus(root, queue);
    if (found === null || found.status.decision.isOpen) return;
    const { schedule, status } = found;
    const now = correctedNow(root, localNow());
    const answer = await questions.ask({
      queue,
      status: describeBadge(status.decision, status.turn, timeZone, now, locale),
      stale: staleInWords(root, now, say, locale),
      mayProceed: policy === "ask",
      instead: openQueuesInstead(root, schedule)
        .map((name) => queues.find(name))
        .filter((other): other is Queue => other !== undefined && other.sid !== queue.sid),
    });
    if (answer.do === "proceed") return;
    abort();
    if (answer.do === "instead") transfer({ ...payload, targetSid: answer.queue.sid });
  };
}
