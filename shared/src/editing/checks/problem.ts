import type { ErrorCode } from "../../api/error-codes";
import type { Configuration, ItemKind } from "../../model/model";

/** The reason why an item cannot be published. */
export interface EditProblem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly code: ErrorCode;
  /** English, says how to fix it. */
  readonly message: string;
}

/**
 * A configuration before and after an edit. Checks report only problems that the edit introduces: existing
 * problems must not prevent closing a schedule.
 */
export interface Edit {
  readonly before: Configuration;
  readonly after: Configuration;
}
