/** Failures of Sync, by the caller's possible reactions. */
export type SyncFailureKind =
  /** 412: the given revision is out of date. */
  | "moved"
  /** 409: an item with this key exists. */
  | "exists"
  /** 404 on a write. */
  | "missing"
  /** 429. */
  | "busy"
  /** No answer, 5xx or an invalid answer: a write may have been applied. */
  | "unreachable"
  /** Credentials, permissions, or an invalid request. */
  | "refused";

export class SyncFailure extends Error {
  override readonly name = "SyncFailure";
  constructor(
    readonly kind: SyncFailureKind,
    message: string,
    readonly status = 0,
    /** Twilio's error code, such as 54009. */
    readonly code = 0,
    /** Milliseconds from `Retry-After`. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}

export function kindOfStatus(status: number): SyncFailureKind {
  if (status === 412) return "moved";
  if (status === 409) return "exists";
  if (status === 404) return "missing";
  if (status === 429) return "busy";
  return status >= 500 || status < 400 ? "unreachable" : "refused";
}

const MAX_RETRY_AFTER_SECONDS = 60;

/** Milliseconds of a `Retry-After` header in seconds; 0 when absent. */
export function retryAfterOf(header: unknown): number {
  const seconds = typeof header === "string" && /^\d{1,5}$/.test(header) ? Number(header) : 0;
  return Math.min(seconds, MAX_RETRY_AFTER_SECONDS) * 1000;
}
