import type { Rule, Schedule } from "./model";

/** Why a rule is refused. An invalid stored rule never matches; validation and the editor show the reason. */
export type RuleProblemCode =
  | "rrule-syntax"
  | "rrule-too-long"
  | "rrule-part-unknown"
  | "rrule-part-repeated"
  | "rrule-freq-missing"
  | "rrule-freq-unsupported"
  | "rrule-value-invalid"
  | "rrule-part-misplaced"
  | "rrule-count-and-until"
  | "rrule-setpos-alone"
  | "rrule-weekno-interval"
  | "rrule-start-missing"
  | "rrule-never"
  | "date-invalid"
  | "time-invalid"
  | "relative-invalid"
  | "relative-misplaced"
  | "relative-rule-missing"
  | "relative-circle";

export interface RuleProblem {
  readonly code: RuleProblemCode;
  /** The field that needs a change. */
  readonly field: keyof Rule;
  /** The part of the recurrence, such as `BYMONTHDAY`. */
  readonly part?: string;
  /** The invalid text as written. */
  readonly value?: string;
}

export type ScheduleProblemCode = "zone-unknown" | "until-invalid";

export interface ScheduleProblem {
  readonly code: ScheduleProblemCode;
  readonly field: keyof Schedule;
  readonly value: string;
}
