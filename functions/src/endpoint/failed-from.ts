import { Failed } from "../failure";
import { SyncFailure } from "../sync/sync-failure";

/** Pause in ms when Sync gives none: half of its rate-limit window. */
const BUSY_PAUSE = 5000;

/** The failure to report. Maps bugs to `internal` without their messages, which may contain data. */
export function failedFrom(error: unknown): Failed {
  if (error instanceof Failed) return error;
  if (error instanceof SyncFailure) {
    if (error.kind === "busy") {
      const retryAfterMs = Math.max(error.retryAfter, BUSY_PAUSE);
      return new Failed(
        "sync-busy",
        "Twilio Sync is over its rate limit. Try again in a few seconds.",
        {},
        { retryAfterMs },
      );
    }
    if (error.kind === "refused" || error.kind === "missing") {
      return new Failed(
        "not-set-up",
        `Twilio Sync refused the request (${error.status}/${error.code}). Check SYNC_SERVICE_SID and the credentials, then run the set-up.`,
      );
    }
    return new Failed("sync-unreachable", "Twilio Sync is unreachable. Try again in a few seconds.");
  }
  return new Failed(
    "internal",
    "An internal error occurred. The function's log has details under the request id.",
  );
}
