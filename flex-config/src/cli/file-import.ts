import type { ChoiceArguments } from "./choose-events";
import type { Configuration } from "@schedule-manager/shared/model/model";

/** A warning of an import; `isImported: false` makes the command exit with 1. */
interface Line {
  readonly isImported: boolean;
  readonly message: string;
}

export interface FileImport {
  readonly configuration: Configuration;
  readonly lines: readonly Line[];
  /** Printed on stderr. */
  readonly notes: readonly string[];
}

/** Whether 23:59 means the end of the day. */
type Midnight = "yes" | "no";

export interface ImportArguments extends ChoiceArguments {
  readonly from: string;
  readonly schedules: readonly string[];
  readonly timeZone: string | undefined;
  readonly isOpen: boolean;
  readonly reason: string | undefined;
  readonly until: string | undefined;
  /** Times of whole-day events that open: `09:00-17:00`. */
  readonly hours: string | undefined;
  /** The answer for rules that end at 23:59. */
  readonly midnight: Midnight | undefined;
}
