import type { ErrorCode } from "../../api/error-codes";
import type { Configuration, ItemKind } from "../../model/model";

/** Why an item can't be published as it is. */
export interface EditProblem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly code: ErrorCode;
  /** English, says what to do. */
  readonly message: string;
}

/**
 * A configuration before and after an edit. Checks report only what the edit brings in: what was wrong before
 * must not keep anybody from closing a schedule.
 */
export interface Edit {
  readonly before: Configuration;
  readonly after: Configuration;
}
