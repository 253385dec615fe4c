/** An error that the user can fix: the output is its message only, without a stack. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The text of any error. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
