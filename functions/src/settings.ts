/**
 * Parses the environment. functions/README.md documents every key and default. Invalid values count as absent,
 * so that a typo never stops calls from being answered.
 */
import * as v from "valibot";
import type { LogLevel } from "./trace";

export interface RetryPolicy {
  /** Retries after the first attempt. */
  readonly limit: number;
  /** ms */
  readonly minBackoff: number;
  /** ms */
  readonly maxBackoff: number;
}

export interface Settings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly serviceSid: string;
  /** Base address that replaces Twilio's hosts: development and tests only. */
  readonly apiUrl: string | null;
  readonly failClosed: boolean;
  readonly editorRoles: readonly string[];
  readonly toggleRoles: readonly string[];
  /** Flex roles that may read the history. */
  readonly viewerRoles: readonly string[];
  /** Milliseconds: while Sync is reachable, an answer never uses data older than this. */
  readonly freshness: number;
  /** Milliseconds between full revalidations, which find edits made in the Sync console. */
  readonly revalidateEvery: number;
  /** Concurrent requests to Sync while reading the catalogue. */
  readonly concurrency: number;
  /** The check accepts only requests signed by Twilio. */
  readonly signedOnly: boolean;
  /** `*`, or the origins that browsers may call from. */
  readonly origins: "*" | readonly string[];
  readonly logLevel: LogLevel;
  readonly retry: RetryPolicy;
}

export type Environment = Readonly<Record<string, unknown>>;

/** Values that are not text count as absent. */
const text = v.optional(v.fallback(v.pipe(v.string(), v.trim()), ""), "");
const flag = v.pipe(
  text,
  v.transform((given) => given.toLowerCase() === "true"),
);
const whole = (fallback: number, min: number, max: number) =>
  v.pipe(
    text,
    v.transform((given) =>
      /^\d{1,9}$/.test(given) ? Math.min(max, Math.max(min, Number(given))) : fallback,
    ),
  );
const list = (fallback: string) =>
  v.pipe(
    text,
    v.transform((given) =>
      (given || fallback)
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    ),
  );

const environment = v.object({
  ACCOUNT_SID: text,
  AUTH_TOKEN: text,
  API_KEY: text,
  API_SECRET: text,
  SYNC_SERVICE_SID: text,
  TWILIO_API_URL: text,
  FAIL_CLOSED: flag,
  EDITOR_ROLES: list("admin"),
  TOGGLE_ROLES: list(""),
  VIEWER_ROLES: list("supervisor"),
  FRESHNESS_MS: whole(3000, 200, 600_000),
  REREAD_MS: whole(60_000, 1000, 86_400_000),
  SYNC_CONCURRENCY: whole(4, 1, 32),
  SIGNED_ONLY: flag,
  ALLOWED_ORIGINS: list("*"),
  LOG_LEVEL: v.pipe(
    text,
    v.transform((given): LogLevel => (given.toLowerCase() === "debug" ? "debug" : "info")),
  ),
  TWILIO_SERVICE_RETRY_LIMIT: whole(5, 0, 20),
  TWILIO_SERVICE_MIN_BACKOFF: whole(100, 0, 60_000),
  TWILIO_SERVICE_MAX_BACKOFF: whole(3000, 0, 60_000),
});

export function settingsFrom(env: Environment): Settings {
  const given = v.parse(environment, env);
  return {
    accountSid: given.ACCOUNT_SID,
    authToken: given.AUTH_TOKEN,
    apiKey: given.API_KEY,
    apiSecret: given.API_SECRET,
    serviceSid: given.SYNC_SERVICE_SID,
    apiUrl: given.TWILIO_API_URL.replace(/\/+$/, "") || null,
    failClosed: given.FAIL_CLOSED,
    editorRoles: given.EDITOR_ROLES,
    toggleRoles: given.TOGGLE_ROLES,
    viewerRoles: given.VIEWER_ROLES,
    freshness: given.FRESHNESS_MS,
    revalidateEvery: given.REREAD_MS,
    concurrency: given.SYNC_CONCURRENCY,
    signedOnly: given.SIGNED_ONLY,
    origins: given.ALLOWED_ORIGINS.includes("*") ? "*" : given.ALLOWED_ORIGINS,
    logLevel: given.LOG_LEVEL,
    retry: {
      limit: given.TWILIO_SERVICE_RETRY_LIMIT,
      minBackoff: given.TWILIO_SERVICE_MIN_BACKOFF,
      maxBackoff: given.TWILIO_SERVICE_MAX_BACKOFF,
    },
  };
}
