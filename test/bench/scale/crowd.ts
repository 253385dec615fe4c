import type { LiteWatcher } from "./lite-sync";

/**
 * What the simulated agents do with an event. `raw`: nothing, so that sockets alone are measured. `later`: they
 * answer it as the SDK does, and do their browsers' work when they are told to: here one core does the work of
 * thousands of computers, and whoever is measured must not wait for computers that are not theirs.
 */
export type Looking = "raw" | "now" | "later";

/** What happens to the simulated agents, all of them together. */
export class Crowd implements LiteWatcher {
  looking: Looking = "now";
  refusedConnections = 0;
  refusedReads = 0;
  errors: string[] = [];
  /** When an event came to one of them, in ms since the epoch. */
  events: number[] = [];
  private waiting: (() => void)[] = [];

  refused(what: "connection" | "read"): void {
    if (what === "connection") this.refusedConnections += 1;
    else this.refusedReads += 1;
  }

  event(): ((work: () => void) => void) | null {
    this.events.push(Date.now());
    if (this.looking === "raw") return null;
    if (this.looking === "later") return (work) => void this.waiting.push(work);
    return (work) => work();
  }

  /** Does what was put off. */
  work(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const work of waiting) work();
  }
}
