import type { SyncTokenAnswer } from "@schedule-manager/shared/api/api";
import type { Trace } from "../debug/debug";
import type { CallResult } from "../functions/call";
import type { TokenReason } from "./connection-manager";

/** ms. The minimum remaining lifetime of a cached token; a computer's clock can be minutes off. */
const LEAST_LIFE = 15 * 60_000;

/** A reader's token in the browser's cache. */
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
  /** The token of an editor or a viewer is fetched for each page and never stored. */
  readonly mayView: boolean;
  /** ms since the epoch, corrected. */
  readonly now: () => number;
  readonly trace?: Trace | undefined;
}

export interface TokenSource {
  /** Sets the token from the cache. */
  restore(token: StoredToken | null): void;
  /** The token to store in the cache; null: none. */
  stored(): StoredToken | null;
  /** Sets the number of shards from Sync; the functions' answers may be older. */
  learnShards(shards: number): void;
  /** Asks for the first token of an editor or a viewer now, which needs nothing from the cache; `fetch` returns it. */
  askEarly(): void;
  fetch(why: TokenReason): Promise<CallResult<SyncTokenAnswer>>;
}

/**
 * Provides tokens: a reader's page starts with the cached token if that lives long enough; all others come from the
 * functions.
 */
export function tokenSource({
  askFunctions,
  identity,
  mayView,
  now,
  trace,
}: TokenSourceOptions): TokenSource {
  let stored: StoredToken | null = null;
  let shards: number | null = null;
  /** A cached token is tried once; the next attempt fetches another. */
  let isUntried = false;
  let early: Promise<CallResult<SyncTokenAnswer>> | null = null;

  return {
    restore(token) {
      stored = mayView ? null : token;
      isUntried = stored !== null;
    },
    stored: () => stored,
    learnShards(count) {
      shards = count;
      if (stored !== null) stored = { ...stored, shards: count };
    },
    askEarly() {
      if (mayView) early ??= askFunctions();
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
      const asked = early ?? askFunctions();
      early = null;
      const result = await asked;
      if (!result.ok) return result;
      const answer = shards === null ? result.answer : { ...result.answer, shards };
      const { token, serviceSid, ttl, right } = answer;
      stored =
        mayView || right !== "read"
          ? null
          : { token, serviceSid, shards: answer.shards, endsAt: now() + ttl * 1000 };
      return { ok: true, answer };
    },
  };
}
