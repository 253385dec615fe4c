import type { Queue } from "@schedule-manager/shared/model/queues";

/** What is asked before a call goes to a closed queue. */
export interface Question {
  readonly queue: Queue;
  /** The queue's status in words, such as "Closed for holiday · opens Mon 08:00". */
  readonly status: string;
  /** As of when that is, when it may be out of date. */
  readonly stale: string | null;
  /** Whether the transfer may be made all the same. */
  readonly mayProceed: boolean;
  /** Open queues that would do. */
  readonly instead: readonly Queue[];
}

export type Answer =
  { readonly do: "proceed" } | { readonly do: "cancel" } | { readonly do: "instead"; readonly queue: Queue };

/** One question at a time: a new one cancels the one before. */
export class Questions {
  private asked: { readonly question: Question; readonly settle: (answer: Answer) => void } | null = null;
  private readonly listeners = new Set<() => void>();

  get current(): Question | null {
    return this.asked?.question ?? null;
  }

  ask(question: Question): Promise<Answer> {
    this.answer({ do: "cancel" });
    return new Promise((settle) => {
      this.asked = { question, settle };
      this.tell();
    });
  }

  answer(answer: Answer): void {
    const { asked } = this;
    if (asked === null) return;
    this.asked = null;
    asked.settle(answer);
    this.tell();
  }

  /** @returns stops listening */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
