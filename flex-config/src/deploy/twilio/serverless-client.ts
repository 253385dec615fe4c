import { twilioAddress } from "@schedule-manager/shared/api/twilio-address";
import { TwilioServerlessApiClient } from "@twilio-labs/serverless-api";

const API = "https://serverless.twilio.com/v1";

interface Options {
  readonly prefixUrl?: string | URL;
}

/**
 * Creates a client of Twilio's serverless toolkit. The toolkit has no option for another address, but sends
 * everything through `request` with the address as `prefixUrl`, which is rewritten with `to`.
 */
export function serverlessClient(
  username: string,
  password: string,
  to: string | null,
): TwilioServerlessApiClient {
  const client = new TwilioServerlessApiClient({ username, password });
  if (to === null) return client;
  type Request = (method: string, path: string, options: Options) => Promise<unknown>;
  // The toolkit overloads `request` by its options.
  const request = client.request.bind(client) as Request;
  const redirected: Request = (method, path, options = {}) => {
    const prefix = String(options.prefixUrl ?? API);
    // The address of a list's next page is absolute, with an empty prefix.
    const prefixUrl = prefix === "" ? "" : twilioAddress(prefix, to);
    return request(method, path, { ...options, prefixUrl });
  };
  client.request = redirected as typeof client.request;
  return client;
}
