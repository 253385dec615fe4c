import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import twilio, { type Twilio } from "twilio";
import type Client from "twilio/lib/base/RequestClient";
import type Response from "twilio/lib/http/response";
import { type PaceClock, PacedRequests } from "../../setup/paced-requests";

/** Timeout of a request in ms; creating a key or a release may take seconds. */
const TIMEOUT = 30_000;

const CLOCK: PaceClock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
};

class RedirectingClient extends PacedRequests {
  constructor(readonly to: string | null) {
    super(CLOCK, { timeout: TIMEOUT });
  }

  protected override send<T>(options: Client.RequestOptions<T>): Promise<Response<T>> {
    return super.send<T>({ ...options, uri: twilioAddress(options.uri, this.to) });
  }
}

/**
 * Creates a client of the `twilio` library.
 * @param to base address that replaces Twilio's hosts; null: none
 */
export const restClient = (accountSid: string, authToken: string, to: string | null): Twilio =>
  twilio(accountSid, authToken, { httpClient: new RedirectingClient(to) });
