/** Replaces `functions/src/sync/sync-clients.ts`: the same reads by the `twilio` library, as in a plain handler. */
import twilio from "twilio";
import type { SyncClients } from "../../../functions/src/sync/sync-clients";
import { type RetryTools, retry, retryTools } from "../../../functions/src/sync/retry";
import type { Settings } from "../../../functions/src/settings";
import { RewritingClient } from "./rewriting-client";
import { TwilioSyncClient } from "./twilio-sync-client";

const READ_TIMEOUT = 4000;

/** With the retries of the project's own client. */
class RepeatingSyncClient extends TwilioSyncClient {
  constructor(
    client: ReturnType<typeof twilio>,
    private readonly settings: Settings,
    private readonly tools: RetryTools,
  ) {
    super(client, settings.serviceSid);
  }

  override readDocument(name: string) {
    return retry(() => super.readDocument(name), this.settings.retry, this.tools);
  }

  override listItems(map: string) {
    return retry(() => super.listItems(map), this.settings.retry, this.tools);
  }
}

export function syncClients(settings: Settings): SyncClients {
  const { apiKey, apiSecret, accountSid, apiUrl } = settings;
  return (budget) => {
    const httpClient = new RewritingClient(apiUrl, budget, READ_TIMEOUT);
    return new RepeatingSyncClient(
      twilio(apiKey, apiSecret, { accountSid, httpClient }),
      settings,
      retryTools(budget),
    );
  };
}
