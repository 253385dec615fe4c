/**
 * The environment, parsed. Every key, its default and its meaning is in functions/README.md.
 * Values that make no sense count as not given: a typing error must not stop calls from being answered.
 */
export interface RetryPolicy {
  /** Repeats after the first attempt. */
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
  /** Where Twilio's hosts are found instead of at their own addresses: development and tests only. */
  readonly apiUrl: string | null;
  readonly failClosed: boolean;
  readonly editorRoles: readonly string[];
  readonly toggleRoles: readonly string[];
  /** ms: an answer never rests on data older than this while Sync can be read. */
  readonly freshness: number;
  /** ms between full re-reads, which catch edits made in the Sync console. */
  readonly reread: number;
  /** Requests to Sync at once while the catalogue is read. */
  readonly concurrency: number;
  /** Only requests that Twilio signed may check. */
  readonly signedOnly: boolean;
  /** `*`, or the origins that browsers may call from. */
  readonly origins: "*" | readonly string[];
  readonly retry: RetryPolicy;
}

export type Environment = Readonly<Record<string, unknown>>;

const text = (env: Environment, key: string): string => {
  const value = env[key];
  return typeof value === "string" ? value.trim() : "";
};

const flag = (env: Environment, key: string): boolean => text(env, key).toLowerCase() === "true";

function whole(env: Environment, key: string, fallback: number, min: number, max: number): number {
  const given = text(env, key);
  return /^\d{1,9}$/.test(given) ? Math.min(max, Math.max(min, Number(given))) : fallback;
}

const list = (env: Environment, key: string, fallback: string): string[] =>
  (text(env, key) || fallback)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

export const DEFAULT_FRESHNESS = 3000;
export const DEFAULT_REREAD = 60_000;
export const DEFAULT_CONCURRENCY = 4;
export const DEFAULT_RETRY: RetryPolicy = { limit: 5, minBackoff: 100, maxBackoff: 3000 };

export function settingsFrom(env: Environment): Settings {
  const origins = list(env, "ALLOWED_ORIGINS", "*");
  return {
    accountSid: text(env, "ACCOUNT_SID"),
    authToken: text(env, "AUTH_TOKEN"),
    apiKey: text(env, "API_KEY"),
    apiSecret: text(env, "API_SECRET"),
    serviceSid: text(env, "SYNC_SERVICE_SID"),
    apiUrl: text(env, "TWILIO_API_URL").replace(/\/+$/, "") || null,
    failClosed: flag(env, "FAIL_CLOSED"),
    editorRoles: list(env, "EDITOR_ROLES", "admin"),
    toggleRoles: list(env, "TOGGLE_ROLES", ""),
    freshness: whole(env, "FRESHNESS_MS", DEFAULT_FRESHNESS, 200, 600_000),
    reread: whole(env, "REREAD_MS", DEFAULT_REREAD, 1000, 86_400_000),
    concurrency: whole(env, "SYNC_CONCURRENCY", DEFAULT_CONCURRENCY, 1, 32),
    signedOnly: flag(env, "SIGNED_ONLY"),
    origins: origins.includes("*") ? "*" : origins,
    retry: {
      limit: whole(env, "TWILIO_SERVICE_RETRY_LIMIT", DEFAULT_RETRY.limit, 0, 20),
      minBackoff: whole(env, "TWILIO_SERVICE_MIN_BACKOFF", DEFAULT_RETRY.minBackoff, 0, 60_000),
      maxBackoff: whole(env, "TWILIO_SERVICE_MAX_BACKOFF", DEFAULT_RETRY.maxBackoff, 0, 60_000),
    },
  };
}
