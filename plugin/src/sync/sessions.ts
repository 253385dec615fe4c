import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import type { SharedReader } from "@schedule-manager/shared/sync-layout";
import type { CallResult } from "../functions/call";
import type { Found } from "./shared-reader";
import { endOf, isReaderToken } from "./reader-token";

/** ms that a token must still live to begin with: a computer's clock may be minutes off. */
export const LEAST_LIFE = 15 * 60_000;

/** `renew`: the token in use ends or was refused. */
export type Why = "start" | "renew";

export interface SessionsOptions {
  readonly askFunctions: () => Promise<CallResult<SyncTokenAnswer>>;
  /** Looks for the token that readers share; null: this person needs a token of their own. */
  readonly findShared: ((isGood: (reader: SharedReader) => boolean) => Promise<Found>) | null;
  readonly accountSid: string;
  readonly identity: string;
  /** ms since the epoch, corrected. */
  readonly now: () => number;
  /** Waits before the functions are asked by one of very many, where no token can be shared. */
  readonly wait: () => Promise<void>;
}

export interface Sessions {
  /** What an earlier page kept. */
  remember(reader: SharedReader | null): void;
  /** What a later page may begin with; null: nothing. */
  reader(): SharedReader | null;
  /** The number of shards as `lock` says it; answers of the functions may be older. */
  learnShards(shards: number): void;
  next(why: Why): Promise<CallResult<SyncTokenAnswer>>;
}

/**
 * Where tokens come from: readers use the one that they kept, or the one that all readers share; the functions mint
 * one when there is none. Whoever may change schedules gets a token of their own, and it is not kept.
 */
export function openSessions(options: SessionsOptions): Sessions {
  const { askFunctions, findShared, accountSid, identity, now, wait } = options;
  let kept: SharedReader | null = null;
  let shards: number | null = null;
  let inUse: string | null = null;

  const isGood = (reader: SharedReader): boolean =>
    reader.token !== inUse &&
    isReaderToken(reader.token, accountSid, reader.serviceSid) &&
    (endOf(reader.token) ?? 0) - now() > LEAST_LIFE;

  const asAnswer = (reader: SharedReader): SyncTokenAnswer => ({
    ...reader,
    ttl: Math.floor(((endOf(reader.token) ?? 0) - now()) / 1000),
    right: "read",
    identity,
    now: now(),
  });

  const found = async (why: Why): Promise<Found> => {
    if (findShared === null) return "none";
    if (why === "start" && kept !== null && isGood(kept)) return kept;
    return findShared(isGood);
  };

  return {
    remember(reader) {
      kept = reader;
    },
    reader: () => kept,
    learnShards(count) {
      shards = count;
      if (kept !== null) kept = { ...kept, shards: count };
    },
    async next(why) {
      if (why === "start") inUse = null;
      const reader = await found(why);
      let answer: SyncTokenAnswer;
      if (typeof reader === "string") {
        if (reader === "unavailable") await wait();
        const result = await askFunctions();
        if (!result.ok) return result;
        ({ answer } = result);
      } else answer = asAnswer(reader);
      const session = shards === null ? answer : { ...answer, shards };
      inUse = session.token;
      const { token, serviceSid } = session;
      // A person's own token is not kept, and one for readers is no person's.
      const mayKeep = findShared !== null && isReaderToken(token, accountSid, serviceSid);
      kept = mayKeep ? { token, serviceSid, shards: session.shards } : null;
      return { ok: true, answer: session };
    },
  };
}
