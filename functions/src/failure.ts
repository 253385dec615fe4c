import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";

/** The HTTP status of each expected failure. */
const STATUS: Record<ErrorCode, number> = {
  "token-missing": 403,
  "token-invalid": 403,
  "not-allowed": 403,
  "name-missing": 400,
  "simulate-invalid": 400,
  "schedule-unknown": 404,
  "schedule-unreadable": 503,
  "request-invalid": 400,
  "request-too-large": 413,
  "publish-in-progress": 409,
  "publish-conflict": 409,
  "publish-stale-version": 409,
  "publish-interrupted": 503,
  "publish-id-reused": 409,
  "name-taken": 400,
  "alias-taken": 400,
  "queue-taken": 400,
  "rule-in-use": 400,
  "rule-missing": 400,
  "item-too-large": 400,
  "item-invalid": 400,
  "sync-unreachable": 503,
  "sync-busy": 503,
  "not-set-up": 503,
  internal: 500,
};

/** An expected failure: a stable code, a message that says how to fix it, and further fields of the answer. */
export class Failed extends Error {
  override readonly name = "Failed";
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Fields beside `error`: the current items of a conflict, the problems of a refusal. */
    readonly more: Readonly<Record<string, unknown>> = {},
    readonly details?: unknown,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.code];
  }
}
