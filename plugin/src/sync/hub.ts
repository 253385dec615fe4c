import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import type { CallCode, CallResult } from "../functions/call";
import { backoff } from "./backoff";
import type { Attachments, HubControl } from "./attachments";
import { type ClientState, type Connect, SyncProblem } from "./connection";
import type { Why } from "./sessions";

/** ms that a socket may stay away without an attempt before the hub helps with a new token. */
export const STUCK = 15_000;

export type FailureReason = CallCode | "denied" | "unsupported" | "not-set-up";

/** What the hub tells of itself. */
export type HubState =
  | { readonly state: "connecting" }
  | { readonly state: "connected" }
  /** It goes on trying. */
  | { readonly state: "interrupted"; readonly reason: FailureReason | "network" }
  /** It waits for `retry`. */
  | { readonly state: "failed"; readonly reason: FailureReason };

export interface HubOptions {
  readonly connect: Connect;
  readonly syncToken: (why: Why) => Promise<CallResult<SyncTokenAnswer>>;
  readonly onState: (state: HubState) => void;
  readonly attachments: Attachments;
  readonly random: () => number;
  /** ms until a token is renewed that lives so many ms. Default: when the SDK says that it ends. */
  readonly renewAfter?: (life: number) => number;
  /** ms until Sync is asked again that was too busy. Default: as after any failure. */
  readonly busyWait?: () => number;
}

export interface Hub {
  retry(): void;
  close(): void;
}

/** Nothing gets better by asking again by itself. */
const FINAL: readonly FailureReason[] = ["not-allowed", "token-missing", "token-invalid", "unsupported"];

function reasonOf(error: unknown): FailureReason | "network" {
  if (!(error instanceof SyncProblem)) return "internal";
  if (error.status === 404) return "not-set-up";
  if (error.status === 401 || error.status === 403) return "denied";
  return error.status === 429 ? "sync-busy" : "network";
}

/**
 * Keeps one Sync client for the browser: fetches its token, opens it, renews the token, and starts again, with
 * growing waits, when something ended for good. The SDK itself takes care of a lost socket.
 */
export function openHub(options: HubOptions): Hub {
  const { connect, syncToken, onState, attachments, random, renewAfter, busyWait } = options;
  let generation = 0;
  let failures = 0;
  let closeClient: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;

  const later = (wait: number, what: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  };

  const giveUp = (reason: FailureReason | "network"): void => {
    generation += 1;
    closeClient();
    closeClient = () => undefined;
    failures += 1;
    if (reason !== "network" && FINAL.includes(reason)) {
      clearTimeout(timer);
      onState({ state: "failed", reason });
      return;
    }
    onState({ state: "interrupted", reason });
    const wait = backoff(failures, random());
    later(reason === "sync-busy" ? Math.max(wait, busyWait?.() ?? 0) : wait, start);
  };

  const run = (session: SyncTokenAnswer): void => {
    generation += 1;
    const mine = generation;
    const current = (): boolean => mine === generation;
    let renewing = false;
    /** Long before its end: what thousands began to use together, they must not renew together. */
    const planRenewal = ({ ttl }: SyncTokenAnswer): void => {
      clearTimeout(renewal);
      if (renewAfter !== undefined) renewal = setTimeout(() => void renew(), renewAfter(ttl * 1000));
    };

    const renew = async (): Promise<void> => {
      if (renewing) return;
      renewing = true;
      const result = await syncToken("renew");
      renewing = false;
      if (!current()) return;
      if (!result.ok) {
        if (FINAL.includes(result.code)) giveUp(result.code);
        else later(backoff(1, random()) + STUCK, () => void renew());
        return;
      }
      try {
        await sync.updateToken(result.answer.token);
        if (current()) planRenewal(result.answer);
      } catch {
        if (current()) giveUp("denied");
      }
    };

    const state = (now: ClientState): void => {
      if (!current()) return;
      clearTimeout(timer);
      if (now === "connected") {
        failures = 0;
        onState({ state: "connected" });
      } else if (now === "unsupported") giveUp("unsupported");
      else if (now === "denied") {
        onState({ state: "interrupted", reason: "denied" });
        void renew();
      } else {
        onState({ state: "interrupted", reason: "network" });
        if (now === "disconnected") later(STUCK, () => void renew());
      }
    };

    // The SDK says `connecting` at once; that is no interruption of anything.
    let begun = false;
    const sync = connect(session.token, {
      state: (now) => {
        if (begun || now !== "connecting") state(now);
        begun ||= now === "connected";
      },
      tokenEnding: () => {
        if (current()) void renew();
      },
      tokenEnded: () => {
        // While the SDK is still disconnecting it would not take a new token.
        if (current()) later(STUCK / 3, () => void renew());
      },
    });
    const control: HubControl = {
      fail: (problem) => {
        if (current()) giveUp(reasonOf(problem));
      },
    };
    closeClient = () => {
      clearTimeout(renewal);
      attachments.end();
      sync.close();
    };
    attachments.begin((attach) => attach(sync, session, control));
    // The SDK goes on trying by itself, and does not say so.
    if (current())
      later(STUCK, () => {
        if (!begun) onState({ state: "interrupted", reason: "network" });
      });
    planRenewal(session);
  };

  const start = (): void => {
    generation += 1;
    const mine = generation;
    void syncToken("start").then((result) => {
      if (mine !== generation) return;
      if (result.ok) run(result.answer);
      else giveUp(result.code);
    });
  };

  onState({ state: "connecting" });
  start();
  return {
    retry() {
      generation += 1;
      clearTimeout(timer);
      closeClient();
      closeClient = () => undefined;
      failures = 0;
      onState({ state: "connecting" });
      start();
    },
    close() {
      generation += 1;
      clearTimeout(timer);
      closeClient();
    },
  };
}
