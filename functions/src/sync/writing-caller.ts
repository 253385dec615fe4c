import twilio from "twilio";
import type { Budget } from "../budget";
import type { Context } from "../runtime/twilio-runtime";
import type { Settings } from "../settings";
import { retryTools, retryingCaller } from "./retrying-caller";
import { RewritingClient } from "./rewriting-client";
import type { SyncCaller } from "./sync-caller";
import { TwilioCaller } from "./twilio-caller";

/** ms that one request of a writer may take. */
export const WRITE_TIMEOUT = 3000;

/** Sync through the `twilio` library, with retries: the runtime's own client where there is one. */
export function writingCaller(context: Context, settings: Settings, budget: Budget): SyncCaller {
  const httpClient = new RewritingClient(settings.apiUrl, budget, WRITE_TIMEOUT);
  const client =
    context.getTwilioClient?.({ httpClient }) ??
    twilio(settings.accountSid, settings.authToken, { httpClient });
  return retryingCaller(new TwilioCaller(client, settings.serviceSid), settings.retry, retryTools(budget));
}
