import type { RuleProblemCode, ScheduleProblemCode } from "./problem";

/** Findings of the validation beyond problems of single fields. */
export type FindingCode =
  | "rule-dates-reversed"
  | "rule-never-applies"
  | "rule-ended"
  | "rule-unused"
  | "rule-missing"
  | "rule-listed-twice"
  | "rule-shadowed"
  | "exceptions-contradict"
  | "reasons-contradict"
  | "reason-order"
  | "no-rules"
  | "no-opening"
  | "holidays-run-out"
  | "manual-close-ended"
  | "overnight-after-closed"
  | "rule-no-effect"
  | "rule-ends-2359"
  | "rule-closes-for-good"
  | "always-open"
  | "item-too-large"
  | "names-alike"
  | "name-taken"
  | "queue-taken";

export interface Finding {
  readonly code: FindingCode | RuleProblemCode | ScheduleProblemCode;
  readonly severity: "error" | "warning" | "info";
  readonly ruleId?: string;
  readonly scheduleId?: string;
  /** Values for the message: dates as `YYYY-MM-DD`, names, numbers, other ids. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}
