import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { Trace } from "../debug/debug";
import type { CallResult } from "../functions/call";
import type { TokenReason } from "./connection-manager";

/** ms that a token must still live to begin with: a computer's clock may be minutes off. */
const LEAST_LIFE = 15 * 60_000;

/** A reader's token, as a browser keeps it for its next page. */
export interface StoredToken {
  readonly token: string;
  readonly serviceSid: string;
  readonly shards: number;
  /** ms since the epoch */
  readonly endsAt: number;
}

export interface TokenSourceOptions {
  readonly askFunctions: () => Promise<CallResult<SyncTokenAnswer>>;
  readonly identity: string;
  /** A token that may change something is fetched anew for each page, and never kept. */
  readonly mayEdit: boolean;
  /** ms since the epoch, corrected. */
  readonly now: () => number;
  readonly trace?: Trace | undefined;
}

export interface TokenSource {
  /** Begins with what an earlier page kept. */
  restore(token: StoredToken | null): void;
  /** What a later page may begin with; null: nothing. */
  stored(): StoredToken | null;
  /** The number of shards that Sync says; the functions' answers may be older. */
  learnShards(shards: number): void;
  fetch(why: TokenReason): Promise<CallResult<SyncTokenAnswer>>;
}

/**
 * Where tokens come from: a reader's page begins with the one that its browser kept, if it lives long enough; all others
 * come from the functions.
 */
export function tokenSource({
  askFunctions,
  identity,
  mayEdit,
  now,
  trace,
}: TokenSourceOptions): TokenSource {
  let stored: StoredToken | null = null;
  let shards: number | null = null;
  /** Tried once: the next attempt after it gets a fresh one. */
  let isUntried = false;

  return {
    restore(token) {
      stored = mayEdit ? null : token;
      isUntried = stored !== null;
    },
    stored: () => stored,
    learnShards(count) {
      shards = count;
      if (stored !== null) stored = { ...stored, shards: count };
    },
    async fetch(why) {
      const mayUse = isUntried && why === "start";
      isUntried = false;
      if (mayUse && stored !== null && stored.endsAt - now() > LEAST_LIFE) {
        const { token, serviceSid, endsAt } = stored;
        trace?.(`uses the token that the browser kept, until ${new Date(endsAt).toISOString()}`);
        const ttl = Math.floor((endsAt - now()) / 1000);
        const answer = { token, serviceSid, ttl, shards: stored.shards, right: "read" as const, identity };
        return { ok: true, answer: { ...answer, now: now() } };
      }
      trace?.(`asks the functions for a token, to ${why}`);
      const result = await askFunctions();
      if (!result.ok) return result;
      const answer = shards === null ? result.answer : { ...result.answer, shards };
      const { token, serviceSid, ttl, right } = answer;
      stored =
        mayEdit || right === "edit"
          ? null
          : { token, serviceSid, shards: answer.shards, endsAt: now() + ttl * 1000 };
      return { ok: true, answer };
    },
  };
}
