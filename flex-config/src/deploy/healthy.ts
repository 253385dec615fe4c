import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import type { DeployContext } from "./context";
import { DeployFailure } from "./failure";

/** A new domain takes several seconds to resolve everywhere. */
const ATTEMPTS = 30;
const INTERVAL = 1000;
const TIMEOUT = 10_000;

/** Waits until the deployed functions report that they can read Sync. */
export async function healthy(
  { to, wait }: Pick<DeployContext, "to" | "wait">,
  domain: string,
): Promise<void> {
  const url = twilioAddress(`https://${domain}/health`, to);
  let last = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await wait(INTERVAL);
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
      const body = (await answer.text()).slice(0, 300);
      if (answer.ok) return;
      last = `${answer.status} ${body}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw new DeployFailure(
    "functions-silent",
    `The functions are deployed, but ${url} does not report that they work: ${last}. See the functions' log in Twilio's console for details; deploying again is safe.`,
  );
}
