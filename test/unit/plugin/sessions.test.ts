import type { SyncTokenAnswer } from "@schedule-manager/shared/api";
import { READER, type SharedReader } from "@schedule-manager/shared/sync-layout";
import type { CallResult } from "@schedule-manager/plugin/functions/call";
import { endOf, isReaderToken } from "@schedule-manager/plugin/sync/reader-token";
import { LEAST_LIFE, openSessions } from "@schedule-manager/plugin/sync/sessions";
import type { Found } from "@schedule-manager/plugin/sync/shared-reader";
import { ACCOUNT_SID, SYNC_SERVICE_SID } from "../../stand-in/dev-values";
import { mintSyncToken } from "../../stand-in/tokens/sync-tokens";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const token = (endsIn = 12 * HOUR, identity: string = READER): string =>
  mintSyncToken({ identity, now: NOW, expiresAt: NOW + endsIn });
const reader = (endsIn?: number, shards = 8): SharedReader => ({
  token: token(endsIn),
  serviceSid: SYNC_SERVICE_SID,
  shards,
});

interface Scene {
  readonly shared?: readonly Found[] | null;
  readonly minted?: string;
}

function scene({ shared = ["none"], minted = token(11 * HOUR) }: Scene = {}) {
  const log: string[] = [];
  const found = [...(shared ?? [])];
  const sessions = openSessions({
    askFunctions: async (): Promise<CallResult<SyncTokenAnswer>> => {
      log.push("functions");
      const answer = {
        token: minted,
        serviceSid: SYNC_SERVICE_SID,
        ttl: 1,
        shards: 8,
        right: "read" as const,
      };
      return { ok: true, answer: { ...answer, identity: "sam", now: NOW } };
    },
    findShared:
      shared === null
        ? null
        : async (isGood) => {
            log.push("shared");
            const next = found.shift() ?? "none";
            return typeof next === "string" || isGood(next) ? next : "none";
          },
    accountSid: ACCOUNT_SID,
    identity: "sam",
    now: () => NOW,
    wait: async () => void log.push("wait"),
  });
  const next = async (why: "start" | "renew") => {
    const result = await sessions.next(why);
    if (!result.ok) throw new Error(result.message);
    return result.answer;
  };
  return { sessions, log, next };
}

describe("where a token comes from", () => {
  it("[OC9] a reader begins with the token that an earlier page kept", async () => {
    const { sessions, log, next } = scene();
    const kept = reader(10 * HOUR, 16);
    sessions.remember(kept);
    expect(await next("start")).toMatchObject({
      token: kept.token,
      shards: 16,
      right: "read",
      identity: "sam",
    });
    expect(log).toEqual([]);
    expect(sessions.reader()).toEqual(kept);
  });

  it("[OC10] without one it takes the token that all readers share, and keeps it", async () => {
    const shared = reader();
    const { sessions, log, next } = scene({ shared: [shared] });
    expect((await next("start")).token).toBe(shared.token);
    expect(log).toEqual(["shared"]);
    expect(sessions.reader()).toEqual(shared);
  });

  it("[OC11] only without either are the functions asked; at once where sharing works", async () => {
    const { log, next } = scene();
    await next("start");
    expect(log).toEqual(["shared", "functions"]);
  });

  it("[OC12] where no token can be shared, the functions are asked in turn", async () => {
    const { log, next } = scene({ shared: ["unavailable"] });
    await next("start");
    expect(log).toEqual(["shared", "wait", "functions"]);
  });

  it.each<[string, SharedReader]>([
    ["that ends too soon", reader(LEAST_LIFE - 1000)],
    ["of an editor", { ...reader(), token: token(HOUR * 10, "schedule-editor") }],
    ["for another service", { ...reader(), serviceSid: "IS00000000000000000000000000000009" }],
    ["that is none", { ...reader(), token: "a.b.c" }],
  ])("[OC13] a token %s is not used", async (_, bad) => {
    const { sessions, log, next } = scene({ shared: [bad] });
    sessions.remember(bad);
    await next("start");
    expect(log).toEqual(["shared", "functions"]);
  });

  it("[OC13] a token of another account is not used", () => {
    expect(isReaderToken(token(), ACCOUNT_SID, SYNC_SERVICE_SID)).toBe(true);
    expect(isReaderToken(token(), "AC00000000000000000000000000000009", SYNC_SERVICE_SID)).toBe(false);
    expect(endOf(token(HOUR))).toBe(NOW + HOUR);
    expect(endOf("nonsense")).toBeNull();
  });

  it("[OC14] to renew, it takes another token than the one in use", async () => {
    const [old, renewed] = [reader(2 * HOUR), reader(12 * HOUR)];
    const { sessions, log, next } = scene({ shared: [old, renewed] });
    sessions.remember(old);
    expect((await next("start")).token).toBe(old.token);
    await next("renew");
    expect(log).toEqual(["shared", "functions"]);
    expect((await next("renew")).token).toBe(renewed.token);
  });

  it("[OC15] who may edit always asks the functions, and keeps no token", async () => {
    const { sessions, log, next } = scene({ shared: null, minted: token(HOUR, "schedule-editor") });
    sessions.remember(reader());
    await next("start");
    await next("renew");
    expect(log).toEqual(["functions", "functions"]);
    expect(sessions.reader()).toBeNull();
  });

  it("[OC16] the number of shards that the lock says wins over what came with a token", async () => {
    const { sessions, next } = scene({ shared: [reader()] });
    await next("start");
    sessions.learnShards(32);
    expect((await next("start")).shards).toBe(32);
    expect(sessions.reader()?.shards).toBe(32);
  });
});
