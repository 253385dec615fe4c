/** In the place of `functions/src/sync/callers.ts`: the same reads by the `twilio` library, as a plain handler does them. */
import twilio from "twilio";
import type { Callers } from "../../../functions/src/sync/callers";
import { retryTools, retryingCaller } from "../../../functions/src/sync/retrying-caller";
import { RewritingClient } from "../../../functions/src/sync/rewriting-client";
import { TwilioCaller } from "../../../functions/src/sync/twilio-caller";
import type { Settings } from "../../../functions/src/settings";

const READ_TIMEOUT = 4000;

export function httpsCallers(settings: Settings): Callers {
  const { apiKey, apiSecret, accountSid, serviceSid, apiUrl, retry } = settings;
  return (budget) => {
    const httpClient = new RewritingClient(apiUrl, budget, READ_TIMEOUT);
    const client = twilio(apiKey, apiSecret, { accountSid, httpClient });
    return retryingCaller(new TwilioCaller(client, serviceSid), retry, retryTools(budget));
  };
}
