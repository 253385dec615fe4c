import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import type { DeployContext } from "./context";
import { DeployFailure } from "./failure";

/** A new domain takes some seconds to be known everywhere. */
const LOOKS = 30;
const LOOK_EVERY = 1000;
const TIMEOUT = 10_000;

/** Waits until the deployed functions answer that they can read Sync. */
export async function healthy(
  { to, wait }: Pick<DeployContext, "to" | "wait">,
  domain: string,
): Promise<void> {
  const url = twilioAddress(`https://${domain}/health`, to);
  let last = "";
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await wait(LOOK_EVERY);
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
    `The functions are deployed, but ${url} does not say that they work: ${last}. The functions' log in Twilio's console says more; deploying again is safe.`,
  );
}
