import { SyncProblem } from "../sync/problem";
import type { Json, JsonObject } from "../sync/types";

/** The fields of a JSON body; empty for anything but an object. */
export const fieldsOf = (body: Json | undefined): JsonObject =>
  typeof body === "object" && body !== null && !Array.isArray(body) ? (body as JsonObject) : {};

/** A TTL in seconds, if present. */
export function ttlOf(body: JsonObject): number | undefined {
  const { ttl } = body;
  if (ttl === undefined || ttl === null) return undefined;
  if (typeof ttl !== "number") throw new SyncProblem("invalidTtl");
  return ttl;
}

export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
