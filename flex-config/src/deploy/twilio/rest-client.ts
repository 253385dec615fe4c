import { twilioAddress } from "@schedule-manager/shared/twilio-address";
import twilio, { RequestClient, type Twilio } from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";

/** ms for one request; creating a key or a release may take seconds. */
const TIMEOUT = 30_000;
/** Repeats of a request that Twilio refuses as too many, 429. */
const RETRIES = 8;

class RedirectingClient extends RequestClient {
  constructor(readonly to: string | null) {
    super({ timeout: TIMEOUT, autoRetry: true, maxRetries: RETRIES });
  }

  override request<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    return super.request<T>({ ...options, uri: twilioAddress(options.uri, this.to) });
  }
}

/** The `twilio` library. @param to where Twilio's hosts are instead of at their own addresses; null: there */
export const restClient = (accountSid: string, authToken: string, to: string | null): Twilio =>
  twilio(accountSid, authToken, { httpClient: new RedirectingClient(to) });
