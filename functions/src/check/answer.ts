import type { CheckAnswer } from "@schedule-manager/shared/api/api";
import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";
import { REASON_ERROR } from "@schedule-manager/shared/model/model";
import type { Decision } from "@schedule-manager/shared/model/model";
import type { Failed } from "../failure";
import type { Reply } from "../http/reply";

/** Marks answers that may predate the last publish; the two-field body does not change. */
export const STALE = { "X-Schedule-Stale": "true" };

/**
 * Why a check answers 200 without a schedule's decision. Logged as `degraded`; README's troubleshooting lists
 * them.
 */
export type DegradedReason =
  "nothing-held" | "unknown-while-stale" | "unreadable" | "zone-unknown" | ErrorCode;

/** Exactly the two documented fields. */
export const decided = ({ isOpen, closedReason }: Decision): CheckAnswer => ({ isOpen, closedReason });

/** A client error: Studio takes its `fail` exit, whatever FAIL_CLOSED is. */
export function mistaken(failure: Failed): Reply {
  const body: CheckAnswer = { isOpen: true, closedReason: REASON_ERROR, error: failure.message };
  return { status: failure.status, body };
}

/** A server error: answers 200, so that Studio continues, with the status that FAIL_CLOSED selects. */
export function degraded(failClosed: boolean, reason: DegradedReason, error: string): Reply {
  const body: CheckAnswer = { isOpen: !failClosed, closedReason: REASON_ERROR, error };
  return { status: 200, body, headers: STALE, log: { degraded: reason } };
}
