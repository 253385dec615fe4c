/** Every stable code that a function answers or the plugin shows. README's troubleshooting lists them. */
export const ERROR_CODES = [
  // Authentication and authorization
  "token-missing",
  "token-invalid",
  "not-allowed",
  // Request
  "name-missing",
  "simulate-invalid",
  "schedule-unknown",
  "schedule-unreadable",
  "request-invalid",
  "request-too-large",
  // Publishing
  "publish-in-progress",
  "publish-conflict",
  "publish-stale-version",
  "publish-interrupted",
  "publish-id-reused",
  "name-taken",
  "alias-taken",
  "queue-taken",
  "rule-in-use",
  "rule-missing",
  "item-too-large",
  "item-invalid",
  // Infrastructure
  "sync-unreachable",
  "sync-busy",
  "not-set-up",
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
