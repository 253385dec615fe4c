import type { LiteWatcher } from "./lite-sync";

/**
 * The work that simulated agents do on an event. `raw`: none, which measures the sockets alone. `later`: they answer
 * as the SDK does and defer their browsers' work until a request, because one core here does the work of thousands of
 * computers, and the measured browsers must not wait for it.
 */
export type Looking = "raw" | "now" | "later";

/** The events of all simulated agents together. */
export class Crowd implements LiteWatcher {
  looking: Looking = "now";
  refusedConnections = 0;
  refusedReads = 0;
  errors: string[] = [];
  /** The time at which an event reached one of them, ms since the epoch. */
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

  /** Does the deferred work. */
  work(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const work of waiting) work();
  }
}
