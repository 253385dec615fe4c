import { exitCodeOf } from "../deploy/failure";
import { failureOf } from "../deploy/twilio/reason";

/** Runs work that calls Twilio, and prints expected failures on stderr. Returns the exit code. */
export async function reported(work: () => Promise<number | void>): Promise<number> {
  try {
    return (await work()) ?? 0;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    process.stderr.write(`${failure.message} (${failure.code})\n`);
    return exitCodeOf(failure.code);
  }
}
