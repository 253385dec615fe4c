import type { Queue } from "@schedule-manager/shared/model/queues";

/** The question before a transfer to a closed queue. */
export interface Question {
  readonly queue: Queue;
  /** The queue's status as text, such as "Closed for holiday · opens Mon 08:00". */
  readonly status: string;
  /** The date of the status, when it may be out of date. */
  readonly stale: string | null;
  /** Whether the agent may transfer anyway. */
  readonly mayProceed: boolean;
  /** Open queues that can take the transfer instead. */
  readonly instead: readonly Queue[];
}

export type Answer =
  | { readonly type: "proceed" }
  | { readonly type: "cancel" }
  | { readonly type: "instead"; readonly queue: Queue };

/** Holds one question at a time; a new one cancels the previous one. */
export class Questions {
  private asked: { readonly question: Question; readonly settle: (answer: Answer) => void } | null = null;
  private readonly listeners = new Set<() => void>();

  get current(): Question | null {
    return this.asked?.question ?? null;
  }

  ask(question: Question): Promise<Answer> {
    this.answer({ type: "cancel" });
    return new Promise((settle) => {
      this.asked = { question, settle };
      this.tell();
    });
  }

  answer(answer: Answer): void {
    const { asked: pending } = this;
    if (pending === null) return;
    this.asked = null;
    pending.settle(answer);
    this.tell();
  }

  /** @returns unsubscribes */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
