/** Something that the person at the keyboard can mend: its message is all that is shown, without a stack. */
export class UserError extends Error {
  override readonly name = "Trouble";
}

/** What to show of any error. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
