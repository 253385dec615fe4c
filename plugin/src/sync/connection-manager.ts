import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { CallCode, CallResult } from "../functions/call";
import { backoff } from "./backoff";
import { type ClientState, type Connect, type SyncConnection, SyncProblem } from "./connection";
import { type ConnectionEvent, type ConnectionState, hasClient, TRANSITIONS } from "./connection-states";
import type { ConnectionTask } from "./connection-task";

/** ms without a socket before a new token is tried. */
const STUCK = 15_000;
/**
 * ms after which a connection has proved to work, so that the wait after a later failure is short again: longer than the
 * 90 s for which the SDK repeats a read.
 */
const PROVED = 120_000;

export type FailureReason = CallCode | "network" | "denied" | "unsupported" | "not-set-up";

/** The connection state that the interface shows. */
export type ConnectionStatus =
  | { readonly type: "connecting" }
  /** `isBusy`: Sync refuses some reads; they are repeated. */
  | { readonly type: "connected"; readonly isBusy?: true }
  /** The next attempt is automatic. */
  | { readonly type: "interrupted"; readonly reason: FailureReason }
  /** The next attempt needs `retry`. */
  | { readonly type: "failed"; readonly reason: FailureReason };

/** `renew`: the current token expires or was denied. */
export type TokenReason = "start" | "renew";

export interface ConnectionManagerOptions {
  readonly connect: Connect;
  readonly fetchToken: (why: TokenReason) => Promise<CallResult<SyncTokenAnswer>>;
  readonly onStatus: (status: ConnectionStatus) => void;
  readonly random: () => number;
  /** ms until the renewal of a token with this lifetime. */
  readonly renewAfter: (life: number) => number;
  /** ms to wait where many browsers would otherwise arrive together. */
  readonly jitter: () => number;
  readonly onTransition?:
    ((from: ConnectionState, event: ConnectionEvent, to: ConnectionState) => void) | undefined;
}

/** Failures that a retry does not change. */
const FINAL: readonly CallCode[] = ["not-allowed", "token-missing", "token-invalid"];

const EVENTS: Readonly<Record<ClientState, ConnectionEvent>> = {
  connected: "up",
  connecting: "down",
  disconnected: "down",
  denied: "denied",
  unsupported: "unsupported",
};

function reasonOf(error: unknown): FailureReason {
  if (!(error instanceof SyncProblem)) return "internal";
  if (error.status === 404) return "not-set-up";
  if (error.status === 401 || error.status === 403) return "denied";
  return error.status === 429 ? "sync-busy" : "network";
}

interface Client {
  readonly sync: SyncConnection;
  readonly session: SyncTokenAnswer;
}

/**
 * Keeps the browser's one Sync client: fetches its token, opens it, runs the tasks, renews the token, and opens
 * another client after a fatal error. `connection-states.ts` defines the states. The SDK itself reconnects a lost
 * socket.
 */
export class ConnectionManager {
  private state: ConnectionState = "idle";
  private failures = 0;
  private client: Client | null = null;
  private readonly tasks = new Set<ConnectionTask>();
  private readonly running = new Map<ConnectionTask, () => void>();
  /** Cleared when the state changes. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Cleared when the state changes. */
  private proof: ReturnType<typeof setTimeout> | undefined;
  /** Whether Sync refuses reads of the client's tasks. */
  private isBusy = false;
  /** Cleared when the client ends. */
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private isRenewing = false;
  /** Identifies the current visit to a state: a new object each time. */
  private entered = {};

  constructor(private readonly options: ConnectionManagerOptions) {}

  /**
   * Runs a task on the open client and on each later one. Opens none.
   * @returns stops the task
   */
  addTask(task: ConnectionTask): () => void {
    this.tasks.add(task);
    this.run(task);
    return () => {
      this.tasks.delete(task);
      this.running.get(task)?.();
      this.running.delete(task);
    };
  }

  open(): void {
    this.happened("open");
  }

  /** Makes the pending attempt now, and starts again after a final failure. */
  retry(): void {
    this.failures = 0;
    this.happened("retry");
  }

  close(): void {
    this.happened("close");
  }

  private happened(event: ConnectionEvent, reason: FailureReason = "network"): void {
    const from = this.state;
    const to = TRANSITIONS[from][event];
    if (to === undefined) return;
    this.options.onTransition?.(from, event, to);
    if (from === to && event !== "retry") return;
    clearTimeout(this.timer);
    clearTimeout(this.proof);
    this.entered = {};
    this.state = to;
    if (!hasClient(to)) this.endClient();
    this.enter(to, reason, event);
  }

  private enter(state: ConnectionState, reason: FailureReason, event: ConnectionEvent): void {
    const { onStatus, random, jitter } = this.options;
    switch (state) {
      case "authorizing":
        if (event !== "due") onStatus({ type: "connecting" });
        void this.authorize("start");
        return;
      case "connected":
        this.reportConnected();
        this.proof = setTimeout(() => (this.failures = 0), PROVED);
        return;
      case "proving":
      case "reconnecting":
        if (state === "reconnecting") onStatus({ type: "interrupted", reason });
        this.later(STUCK, () => void this.renew());
        return;
      case "reauthorizing":
        onStatus({ type: "interrupted", reason: "denied" });
        this.later(jitter(), () => void this.authorize("renew"));
        return;
      case "waiting":
        this.failures += 1;
        onStatus({ type: "interrupted", reason });
        this.later(Math.max(backoff(this.failures, random()), jitter()), () => this.happened("due"));
        return;
      case "failed":
        onStatus({ type: "failed", reason });
        return;
      default:
    }
  }

  private reportConnected(): void {
    const { isBusy } = this;
    this.options.onStatus({ type: "connected", ...(isBusy && { isBusy }) });
  }

  private later(wait: number, what: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(what, wait);
  }

  private async authorize(why: TokenReason): Promise<void> {
    const { entered } = this;
    const result = await this.options.fetchToken(why);
    if (entered !== this.entered) return;
    if (!result.ok) this.happened(FINAL.includes(result.code) ? "forbidden" : "refused", result.code);
    else if (this.client === null) this.begin(result.answer);
    else {
      this.happened("authorized");
      await this.useToken(result.answer);
    }
  }

  /** Opens a client and starts the tasks on it. */
  private begin(session: SyncTokenAnswer): void {
    const isMine = (): boolean => this.client?.session === session;
    const sync = this.options.connect(session.token, {
      state: (state) => {
        const isRefused = state === "unsupported" || state === "denied";
        if (isMine()) this.happened(EVENTS[state], isRefused ? state : "network");
      },
      tokenEnding: () => {
        if (isMine()) void this.renew();
      },
      tokenEnded: () => {
        // The SDK ignores a new token while it is disconnecting, so wait.
        if (isMine()) this.later(STUCK / 3, () => void this.renew());
      },
    });
    this.client = { sync, session };
    this.happened("authorized");
    this.planRenewal(session);
    // The SDK retries without reporting its failures.
    this.later(STUCK, () => {
      this.options.onStatus({ type: "interrupted", reason: "network" });
    });
    for (const task of this.tasks) this.run(task);
  }

  private run(task: ConnectionTask): void {
    const { client } = this;
    if (client === null) return;
    const fail = (problem: unknown): void => {
      if (this.client !== client) return;
      const reason = reasonOf(problem);
      this.happened(reason === "denied" ? "rejected" : "broken", reason);
    };
    const isConnected = (): boolean => this.client === client && this.state === "connected";
    const busy = (isBusy: boolean): void => {
      if (this.client !== client || this.isBusy === isBusy) return;
      this.isBusy = isBusy;
      if (isConnected()) this.reportConnected();
    };
    const stop = task(client.sync, client.session, { fail, busy, isConnected });
    if (this.client === client) this.running.set(task, stop);
    else stop();
  }

  private endClient(): void {
    const { client } = this;
    if (client === null) return;
    this.client = null;
    this.isRenewing = false;
    this.isBusy = false;
    clearTimeout(this.renewal);
    for (const stop of this.running.values()) stop();
    this.running.clear();
    client.sync.close();
  }

  /** Renews long before the end and at a random time, so that tokens fetched together are not renewed together. */
  private planRenewal({ ttl }: SyncTokenAnswer): void {
    clearTimeout(this.renewal);
    this.renewal = setTimeout(() => void this.renew(), this.options.renewAfter(ttl * 1000));
  }

  /** Fetches a new token for the open client. */
  private async renew(): Promise<void> {
    const { client } = this;
    if (client === null || this.isRenewing || this.state === "reauthorizing") return;
    this.isRenewing = true;
    const result = await this.options.fetchToken("renew");
    if (this.client !== client) return;
    this.isRenewing = false;
    if (result.ok) await this.useToken(result.answer);
    else if (FINAL.includes(result.code)) this.happened("forbidden", result.code);
    else {
      clearTimeout(this.renewal);
      this.renewal = setTimeout(() => void this.renew(), backoff(1, this.options.random()) + STUCK);
    }
  }

  private async useToken(session: SyncTokenAnswer): Promise<void> {
    const { client } = this;
    if (client === null) return;
    this.planRenewal(session);
    try {
      await client.sync.updateToken(session.token);
    } catch {
      if (this.client === client) this.happened("denied", "denied");
    }
  }
}
