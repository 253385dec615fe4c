import type { Budget } from "../budget";
import type { Settings } from "../settings";
import type { SyncPort } from "./sync-port";
import { SyncClient } from "./sync-client";

/** ms that one request to Sync may take. A publisher has 7 s: a write that hangs can be repeated within them. */
const REQUEST_TIMEOUT = 3000;

/** Makes a caller for one piece of work that has a budget. */
export type SyncClients = (budget: Budget) => SyncPort;

/** API key first: an auth token has more power than Sync needs. */
const credentials = (settings: Settings): readonly [string, string] =>
  settings.apiKey !== "" && settings.apiSecret !== ""
    ? [settings.apiKey, settings.apiSecret]
    : [settings.accountSid, settings.authToken];

/** @param onSent called when a request has left */
export function syncClients(settings: Settings, onSent?: () => void): SyncClients {
  const [user, password] = credentials(settings);
  const { serviceSid, apiUrl, retry } = settings;
  return (budget) =>
    new SyncClient({ user, password, serviceSid, apiUrl, budget, timeout: REQUEST_TIMEOUT, retry, onSent });
}
