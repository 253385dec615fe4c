/** Faults that a test injects: the matching requests, the effect, and how often. */

type Transport = "http" | "twilsock" | "socket" | "init";

export interface Passing {
  /** `socket` is the opening of a websocket, `init` a client's first message, with its token. */
  readonly transport: Transport;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The identity in a Twilsock session's token. */
  readonly identity?: string;
}

interface FaultMatch {
  readonly transport?: Transport;
  readonly method?: string;
  /** Matches a host and path that contain it. */
  readonly path?: string;
  readonly identity?: string;
}

export type FaultAction =
  /** Answers with an error; the request has no effect. */
  | {
      readonly do: "answer";
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  /** The connection is destroyed before anything is done. */
  | { readonly do: "refuse" }
  /** Done; the connection is destroyed before the reply. */
  | { readonly do: "drop" }
  /** Done; the connection is destroyed half-way through the reply. */
  | { readonly do: "cut" };

export interface Fault {
  readonly match: FaultMatch;
  readonly action?: FaultAction;
  /** Delays the request, ms. */
  readonly delayMs?: number;
  /** How often it applies; absent: until it is removed. */
  readonly times?: number;
  /** The number of matching requests that pass first. */
  readonly after?: number;
}

export interface Ordered {
  readonly delayMs: number;
  readonly action: FaultAction | null;
}
export const NO_FAULT: Ordered = { delayMs: 0, action: null };

export class Faults {
  readonly #faults = new Map<number, { fault: Fault; seen: number }>();
  #lastId = 0;

  /**
   * @param later how a request is delayed
   */
  constructor(readonly later: (work: () => void, ms: number) => unknown = setTimeout) {}

  /** @returns the id by which to remove it */
  add(fault: Fault): number {
    this.#lastId += 1;
    this.#faults.set(this.#lastId, { fault, seen: 0 });
    return this.#lastId;
  }

  remove(id: number): void {
    this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The remaining faults, with the number of times each has applied. */
  list(): { readonly id: number; readonly fault: Fault; readonly struck: number }[] {
    return [...this.#faults].map(([id, { fault, seen }]) => ({
      id,
      fault,
      struck: Math.max(0, seen - (fault.after ?? 0)),
    }));
  }

  /** The fault for this request; counts it. */
  take(passing: Passing): Ordered {
    if (this.#faults.size === 0) return NO_FAULT;
    let delayMs = 0;
    for (const [id, entry] of this.#faults) {
      const { fault } = entry;
      if (!matches(fault.match, passing)) continue;
      entry.seen += 1;
      const struck = entry.seen - (fault.after ?? 0);
      if (struck <= 0) continue;
      if (fault.times !== undefined && struck >= fault.times) this.#faults.delete(id);
      delayMs += fault.delayMs ?? 0;
      if (fault.action !== undefined) return { delayMs, action: fault.action };
    }
    return { delayMs, action: null };
  }
}

function matches(match: FaultMatch, passing: Passing): boolean {
  return (
    (match.transport === undefined || match.transport === passing.transport) &&
    (match.method === undefined || match.method === passing.method) &&
    (match.path === undefined || `${passing.host}${passing.path}`.includes(match.path)) &&
    (match.identity === undefined || match.identity === passing.identity)
  );
}
