import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import type { SyncConnection } from "./connection";

export interface HubControl {
  /** For attachments whose watch ended or could not be opened: everything starts again, after a while. */
  fail(problem: unknown): void;
}

/** Started on each new client; what it returns is called when that client is given up. */
export type Attachment = (sync: SyncConnection, session: SyncTokenAnswer, hub: HubControl) => () => void;

/** What runs on the browser's one connection: on the client that is open, and on each later one. */
export class Attachments {
  private readonly all: Set<Attachment>;
  private readonly running = new Map<Attachment, () => void>();
  private run: ((attachment: Attachment) => () => void) | null = null;

  constructor(attachments: readonly Attachment[] = []) {
    this.all = new Set(attachments);
  }

  /**
   * Begins at once if a client is open, and opens none.
   * @returns stops it
   */
  add(attachment: Attachment): () => void {
    this.all.add(attachment);
    this.start(attachment);
    return () => {
      this.all.delete(attachment);
      this.running.get(attachment)?.();
      this.running.delete(attachment);
    };
  }

  /** A client is open. */
  begin(run: (attachment: Attachment) => () => void): void {
    this.run = run;
    for (const attachment of this.all) this.start(attachment);
  }

  /** The client is given up. */
  end(): void {
    this.run = null;
    for (const stop of this.running.values()) stop();
    this.running.clear();
  }

  private start(attachment: Attachment): void {
    if (this.run !== null) this.running.set(attachment, this.run(attachment));
  }
}
