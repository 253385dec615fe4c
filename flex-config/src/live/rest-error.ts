/** Whether an error of the `twilio` library comes from an HTTP answer with this status. */
export const hasStatus = (error: unknown, status: number): error is Error =>
  error instanceof Error && "status" in error && error.status === status;

/** Creates an object, and ignores the conflict if it already exists. */
export async function unlessThere(create: Promise<unknown>): Promise<void> {
  try {
    await create;
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
  }
}

/** Changes or removes an object, and ignores the failure if it no longer exists. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
  }
}
