import type { CheckAnswer } from "@schedule-manager/shared/api/api";
import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";
import { REASON_ERROR } from "@schedule-manager/shared/model/model";
import type { Decision } from "@schedule-manager/shared/model/model";
import type { Failed } from "../failure";
import type { Reply } from "../http/reply";

/** Tells that what answered may not be what was published last; the two-field body stays as it is. */
export const STALE = { "X-Schedule-Stale": "true" };

/** Why a check has no answer of a schedule's, though Studio goes on. They stand in the log; README's troubleshooting lists them. */
export type DegradedReason =
  "nothing-held" | "unknown-while-stale" | "unreadable" | "zone-unknown" | ErrorCode;

/** Exactly the two documented fields. */
export const decided = ({ isOpen, closedReason }: Decision): CheckAnswer => ({ isOpen, closedReason });

/** The caller's mistake: Studio takes its `fail` exit, whatever FAIL_CLOSED says. */
export function mistaken(failure: Failed): Reply {
  const body: CheckAnswer = { isOpen: true, closedReason: REASON_ERROR, error: failure.message };
  return { status: failure.status, body };
}

/** Our trouble: 200, so that Studio goes on, with the answer that the configuration wants. */
export function degraded(failClosed: boolean, trouble: DegradedReason, error: string): Reply {
  const body: CheckAnswer = { isOpen: !failClosed, closedReason: REASON_ERROR, error };
  return { status: 200, body, headers: STALE, log: { trouble } };
}
