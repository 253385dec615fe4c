import { isOneOf } from "../../collections/keys";
import type { ItemKind } from "../../model/model";
import type { RuleProblemCode, ScheduleProblemCode } from "../../model/problem";

/** Changes, losses and doubts of an import. The import changes nothing silently. */
export type ConfigurationWarningCode =
  /** The id cannot be a Sync key, is missing or appears twice: `was` became `id`. */
  | "id-replaced"
  /** Another schedule in the file has the name `was`; the new one is `name`. */
  | "name-replaced"
  /** The field `field` is unknown and dropped. */
  | "field-unknown"
  /** `field` held `was` and now holds `value`. */
  | "time-rewritten"
  /** The recurrence held `was` and now holds `value`; days beside it moved to the rule's own fields. */
  | "recurrence-rewritten"
  /** The rule `rule` in a schedule's list does not exist and is dropped. */
  | "reference-missing"
  /** Twilio's evaluator counted `part` from today. The rule does not apply until it has a start date. */
  | "start-date-needed"
  /** Twilio's evaluator counted `part` from today; this one counts from the start date (RFC 5545). */
  | "recurrence-counts"
  /** Twilio's evaluator never matched times over midnight; this one does. */
  | "overnight-matches"
  /**
   * Twilio's evaluator never matched a rule that starts and ends at `time`; here it lasts 24 hours. The user has
   * to choose.
   */
  | "equal-times"
  /** The rule ends at 23:59: Twilio's schedule manager has no midnight. The user has to choose. */
  | "ends-2359"
  /** Another problem prevents the item from working: `problem`, `field`, `value`. */
  | RuleProblemCode
  | ScheduleProblemCode;

/** Codes with messages of their own; the others are problems of a rule or a schedule, or ask a question. */
type OwnWarningCode = Exclude<ConfigurationWarningCode, RuleProblemCode | ScheduleProblemCode | "ends-2359">;
const OWN: readonly OwnWarningCode[] = [
  "id-replaced",
  "name-replaced",
  "field-unknown",
  "time-rewritten",
  "recurrence-rewritten",
  "reference-missing",
  "start-date-needed",
  "recurrence-counts",
  "overnight-matches",
  "equal-times",
];
export const hasOwnMessage = (code: ConfigurationWarningCode): code is OwnWarningCode => isOneOf(OWN, code);

/** Codes without loss. The others report an item that does not work or a dropped part. */
const FINE: readonly ConfigurationWarningCode[] = [
  ...([
    "id-replaced",
    "time-rewritten",
    "recurrence-rewritten",
    "recurrence-counts",
    "overnight-matches",
  ] as const),
];

/** Whether the imported item keeps the meaning of the file. */
export const isImported = (code: ConfigurationWarningCode): boolean => FINE.includes(code);

export interface ConfigurationWarning {
  readonly kind: ItemKind;
  /** The id after the import. */
  readonly id: string;
  readonly name: string;
  readonly code: ConfigurationWarningCode;
  readonly params: Readonly<Record<string, string>>;
}
