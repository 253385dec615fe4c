/** Whether the `twilio` library threw this because of an HTTP answer with that status. */
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof Error && "status" in error && error.status === status;

/** Does it, unless it was done before: a conflict on creation means that it is there already. */
export async function unlessThere(create: Promise<unknown>): Promise<void> {
  try {
    await create;
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
  }
}

/** Does it, unless it is gone already. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
  }
}
