import type { ItemKind } from "../../model/model";
import type { RuleProblemCode, ScheduleProblemCode } from "../../model/problem";

/** What an import of a configuration changed, cannot keep or asks about. Nothing is changed silently. */
export type ConfigurationWarningCode =
  /** The id cannot be a key of Sync, is missing or is there twice: `was` became `id`. */
  | "id-replaced"
  /** Another schedule of the file has the name `was`; it is now called `name`. */
  | "name-replaced"
  /** `field` is not one of ours and is left out. */
  | "field-unknown"
  /** `field` was written as `was` and means `value`. */
  | "time-rewritten"
  /** The rule `rule` that a schedule lists does not exist and is left out. */
  | "reference-missing"
  /** Twilio's evaluator counted `part` from today: a start date has to be given. The rule does not apply until then. */
  | "start-date-needed"
  /** Twilio's evaluator counted `part` from today; now it counts from the start date, as RFC 5545 says. */
  | "recurrence-counts"
  /** Twilio's evaluator never matched times over midnight; now they match. */
  | "overnight-matches"
  /** Twilio's evaluator never matched a rule that begins and ends at `time`; now it lasts 24 hours. Which is meant has to be decided. */
  | "equal-times"
  /** Something else keeps the item from working: `problem`, `field`, `value`. */
  | RuleProblemCode
  | ScheduleProblemCode;

/** The others say what does not work, or is not there any more. */
const FINE: readonly ConfigurationWarningCode[] = [
  ...(["id-replaced", "time-rewritten", "recurrence-counts", "overnight-matches"] as const),
];

/** Whether the item means all the same what the file says. */
export const isKept = (code: ConfigurationWarningCode): boolean => FINE.includes(code);

export interface ConfigurationWarning {
  readonly kind: ItemKind;
  /** The item's id, as it is now. */
  readonly id: string;
  readonly name: string;
  readonly code: ConfigurationWarningCode;
  readonly params: Readonly<Record<string, string>>;
}
