/** The values that Sync accepts: https://www.twilio.com/docs/sync/limits */
import { SyncProblem, type ProblemName } from "./problem";
import type { Json, JsonObject } from "./types";

const MAX_DATA_BYTES = 16 * 1024;
export const MAX_MESSAGE_BYTES = 4 * 1024;
const MAX_NAME = 320;
const MAX_KEY = 256;
const MAX_IDENTITY = 256;
const MAX_TTL_SECONDS = 31_536_000;

const SID = /^[A-Z]{2}[a-f0-9]{32}$/;

export function checkName(name: string): void {
  if (name.length < 1 || name.length > MAX_NAME || SID.test(name)) throw new SyncProblem("invalidName", name);
}

export function checkKey(key: string): void {
  if (key.length < 1 || key.length > MAX_KEY) throw new SyncProblem("invalidKey");
}

export function checkIdentity(identity: string): void {
  if (identity.length < 1 || identity.length > MAX_IDENTITY) throw new SyncProblem("invalidIdentity");
}

/** @returns whole seconds, 0 for "never" */
function checkTtl(ttl: number): number {
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > MAX_TTL_SECONDS) throw new SyncProblem("invalidTtl");
  return ttl;
}

/** @returns the expiry in ms since the epoch; null for "never" */
export const expiryOf = (ttl: number | undefined, now: number): number | null =>
  ttl === undefined || checkTtl(ttl) === 0 ? null : now + ttl * 1000;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @returns the size of the data as UTF-8 JSON, in bytes */
export function checkData(
  data: Json | undefined,
  problem: ProblemName,
  limit = MAX_DATA_BYTES,
): { data: JsonObject; bytes: number } {
  if (!isObject(data)) throw new SyncProblem(problem);
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes > limit) throw new SyncProblem("tooLarge", `${bytes} bytes, the limit is ${limit}`);
  return { data, bytes };
}

/** A revision to match; "absent" (-1) matches only a missing item. */
export type IfMatch = number | "absent";

/** Reads an If-Match header: a revision, `-1` for an item that must not exist, or the same in quotes as an ETag. */
export function parseIfMatch(header: string | undefined): IfMatch | undefined {
  if (header === undefined) return undefined;
  const text = header.replace(/^"(.*)"$/, "$1");
  if (text === "-1") return "absent";
  if (!/^\d{1,15}$/.test(text)) throw new SyncProblem("invalidIfMatch", header);
  return Number(text);
}
